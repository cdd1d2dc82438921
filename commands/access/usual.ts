import { OPEN } from './policy/conditions';
import type { AccessSetup } from './setup';
import { readSubject } from './told/subject';

const MOST = 12;

/** Values that a reader of an example knows from the templates, and some that are plainly a stranger's. */
export function usualParts(...setups: readonly AccessSetup[]): Record<string, string[]> {
  const values = setups.flatMap(({ identities }) =>
    identities.flatMap(({ trust }) =>
      trust.flatMap(({ written }) =>
        Object.values(written).flatMap((keys) =>
          Object.values(keys).flatMap((one) => [one].flat().map(String)),
        ),
      ),
    ),
  );
  const subjects = values.flatMap((text) => readSubject(text) ?? []);
  const called = values.flatMap(
    (text) => /^([^/*]+)\/([^/*]+)\/\.github\/workflows\/([^@*]+)\.(ya?ml)@(.+)$/.exec(text)?.slice(1) ?? [],
  );
  const workflow = (part: number) => called.filter((_, index) => index % 5 === part).map(filled);
  const contexts = subjects.map(({ context }) => context);
  const refs = [
    ...contexts.flatMap((one) => after('ref:', one)),
    ...values.filter((one) => one.startsWith('refs/')),
  ].map(filled);
  const resources = setups.flatMap(({ identities }) =>
    identities.flatMap(({ policies }) => policies.flatMap((one) => one.resources)),
  );
  const packages = resources
    .flatMap((arn) => /:package\/[^/]+\/[^/]+\/pypi\/\/(.+)$/.exec(arn)?.slice(1) ?? [])
    .map(filled);
  const organizations = setups.flatMap(({ resourcePolicies }) =>
    resourcePolicies.flatMap(
      ({ statements }) =>
        JSON.stringify(statements.map((one) => one.written)).match(/(?<="o-)[a-z0-9]{10,32}(?=")/g) ?? [],
    ),
  );
  const ids = values.filter((one) => /^\d+$/.test(one));
  return {
    owner: some(
      subjects.map(({ owner }) => owner),
      'somebody-else',
    ),
    repository: some(
      subjects.map(({ repository }) => repository),
      'another-repository',
    ),
    'owner id': some([...subjects.flatMap(({ ownerId }) => ownerId ?? []), ...ids], '999'),
    'repository id': some([...subjects.flatMap(({ repositoryId }) => repositoryId ?? []), ...ids], '999'),
    'ref name': some(
      refs.map((ref) => ref.replace(/^refs\/[a-z]+\//, '')),
      'v1.2.3',
      'nightly',
      'main',
      'feature',
    ),
    ref: some(
      refs,
      'refs/tags/v1.2.3',
      'refs/tags/nightly',
      'refs/heads/main',
      'refs/heads/feature',
      'refs/pull/7/merge',
    ),
    environment: some(
      contexts.flatMap((one) =>
        after('environment:', one).map((name) => filled(name.replaceAll('%3A', ':'))),
      ),
      'another',
    ),
    'workflow owner': some(workflow(0), ...subjects.map(({ owner }) => owner), 'somebody-else'),
    'workflow repository': some(
      workflow(1),
      ...subjects.map(({ repository }) => repository),
      'another-repository',
    ),
    'workflow file': some(workflow(2), 'another'),
    'workflow ref': some(workflow(4), 'refs/heads/main', 'refs/heads/feature'),
    audience: ['sts.amazonaws.com', 'https://github.com/somebody-else'],
    region: some(
      setups.map(({ region }) => region),
      'eu-west-1',
    ),
    account: some(
      setups.map(({ account }) => account),
      '999999999999',
    ),
    domain: some(
      setups
        .flatMap(({ repositories }) => repositories.map(({ domain }) => domain))
        .concat(named(resources, 0)),
      'another',
    ),
    'repository of packages': some(
      setups.flatMap(({ repositories }) => repositories.map(({ name }) => name)).concat(named(resources, 1)),
      'another',
    ),
    package: some(packages, 'requests'),
    seconds: ['900', '3600', '43200'],
    'principal account': some([], '222222222222', ...setups.map(({ account }) => account), '999999999999'),
    principal: ['anybody'],
    service: ['codeartifact.amazonaws.com', 's3.amazonaws.com', 'lambda.amazonaws.com'],
    organization: some(organizations, 'stranger00'),
  };
}

const some = (known: readonly string[], ...others: string[]) => [
  ...new Set([
    ...known.filter((one) => one !== '' && !/[*?]/.test(one) && !one.includes(OPEN)).slice(0, MOST),
    ...others,
  ]),
];
const after = (start: string, text: string) => (text.startsWith(start) ? [text.slice(start.length)] : []);
const named = (resources: readonly string[], index: number) =>
  resources.flatMap((arn) => /:(?:package|repository|domain)\/(.+)$/.exec(arn)?.[1]?.split('/')[index] ?? []);

/** A pattern with something in the place of its wildcards: `v1.2.3` for `v*.*.*`. */
function filled(pattern: string): string {
  let count = 0;
  return pattern.replace(/[*?]/g, () => String(++count));
}
