import { readFileSync } from 'node:fs';
import { loadCatalog } from '../../evaluation/authorization/load-catalog';
import { Cloud } from '../aws/cloud';
import { EXAMPLE } from '../cases/example';
import { ORGANIZATIONS, person } from '../cases/people';
import { PypiEndpoint } from '../index/endpoint';
import { PackageIndex } from '../index/package-index';
import { PublicPypi } from '../index/public-pypi';
import { Store } from '../index/store';
import { deploy } from '../stage';

/** What the load is put on, in a process of its own: so that its memory is its own. */
export interface Ready {
  readonly url: string;
  readonly publishToken: string;
  readonly installToken: string;
}

async function main(): Promise<void> {
  const [folder = '', template = ''] = process.argv.slice(2);
  const { account, region, domain, repository } = EXAMPLE;
  const setup = deploy(JSON.parse(readFileSync(template, 'utf8')), { account, region });
  const cloud = new Cloud(await loadCatalog(), setup, region, ORGANIZATIONS);
  const store = new Store(folder);
  const pypi = await new PublicPypi().start();
  const endpoint = await new PypiEndpoint(
    cloud,
    new PackageIndex(() => setup, store, pypi.simpleUrl),
    store,
  ).serve();
  const domainArn = cloud.domain(domain, account).arn;
  const expires = Date.now() + 3600_000;
  const ready: Ready = {
    url: `${endpoint.url}/pypi/d/${domain}-${account}/${repository}/`,
    publishToken: cloud.addToken({ ...person(account, 'everything'), domainArn, expires }),
    installToken: cloud.addToken({ ...person('222222222222', 'install'), domainArn, expires }),
  };
  process.on('message', () => process.send?.({ peakKilobytes: process.resourceUsage().maxRSS }));
  process.on('disconnect', () => process.exit(0));
  process.send?.(ready);
  setInterval(() => {}, 60_000); // the services alone do not keep a process
}

main();
