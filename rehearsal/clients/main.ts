import { join } from 'node:path';
import { CLIENTS } from '../../tools/clients/clients';
import { installClients } from '../../tools/clients/install';
import { progress } from '../../tools/progress';
import { ROOT } from '../../tools/python/environment';
import { synthesizeExample } from '../assembly';
import { type Outcome, Scene } from '../cases';
import { requireTools } from '../python/tools';
import { openBackdrop, playAll } from '../rehearse';
import { caseLine, failureText } from '../report';
import { findAwsCli2 } from './aws-cli-2';
import {
  type ClientCase,
  CREDENTIALS,
  controlCases,
  installCases,
  KEYRING,
  publishCases,
  TOKEN,
} from './cases';
import { publishers, withKeyring, withLogin, withToken } from './clients';
import { keyringCases } from './keyring-case';
import { generatedPart, writePage } from './page';
import { World } from './world';

const tell = progress();
const red = (text: string) => console.error(`\x1b[31m${text}\x1b[39m`);

/** `main.ts PATTERN` plays the cases whose sentence fits, and leaves the page as it is. */
async function main(pattern = ''): Promise<boolean> {
  requireTools();
  await installClients(CLIENTS, tell);
  const awsCli2 = findAwsCli2();
  tell('synthesizing the example with the CDK CLI');
  const backdrop = await openBackdrop();
  try {
    const scene = await Scene.open(backdrop, await synthesizeExample(ROOT));
    const world = await World.open(scene, awsCli2);
    const rows = {
      token: withToken(),
      login: withLogin(awsCli2),
      keyring: withKeyring(),
      publishers: publishers(),
    };
    const [pip] = rows.token;
    const all = [
      ...(pip ? controlCases(world, pip) : []),
      ...keyringCases(world),
      ...rows.token.flatMap((one) => installCases(world, one, TOKEN)),
      ...rows.login.flatMap((one) => installCases(world, one, CREDENTIALS)),
      ...rows.keyring.flatMap((one) => installCases(world, one, KEYRING)),
      ...rows.publishers.flatMap((one) => publishCases(world, one)),
    ];
    const cases = all.filter(({ says }) => new RegExp(pattern).test(says));
    let count = 0;
    const done = (outcome: Outcome) =>
      tell(`${++count}/${cases.length} ${caseLine(outcome)}, ${outcome.seconds.toFixed(1)} s`);
    const outcomes = (await playAll(scene, cases, { done })) as (Outcome & { case: ClientCase })[];
    await world.close();
    await scene.close();
    if (awsCli2 && !pattern) writePage(join(ROOT, 'docs', 'clients.md'), generatedPart(rows, outcomes));
    return report(outcomes, awsCli2);
  } finally {
    await backdrop.close();
  }
}

function report(outcomes: readonly Outcome[], awsCli2: string | undefined): boolean {
  const failed = outcomes.filter(({ passed }) => !passed);
  for (const outcome of failed) console.log(`\n${failureText(outcome)}`);
  console.log(`\n${outcomes.length - failed.length} passed, ${failed.length} failed`);
  tell('in all');
  if (!awsCli2)
    red('There is no AWS CLI of version 2 on PATH: its cases were not played, and the page stays as it is.');
  return failed.length === 0 && outcomes.length > 0 && (!!awsCli2 || !process.env.CI);
}

main(process.argv[2]).then(
  (good) => process.exit(good ? 0 : 1),
  (error: unknown) => {
    red(error instanceof Error ? (error.stack ?? error.message) : String(error));
    process.exit(1);
  },
);
