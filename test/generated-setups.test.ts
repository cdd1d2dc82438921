import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import fc from 'fast-check';
import { authorize, type Catalog, evaluateTrust } from '../evaluation/authorization';
import { loadCatalog } from '../evaluation/authorization/load-catalog';
import { readSetup, resolveTemplate } from '../evaluation/template';
import {
  Domain,
  GitHubOidcProvider,
  GitHubPublisher,
  GitHubPublishRole,
  PublishTrigger,
  Repository,
  SubjectFormat,
  WorkflowHost,
} from '../src';
import { pairsOf, SEED, WHOLE } from './support/sample';

/**
 * Every legitimate claim set is let in, and none that differs from it in one field, by evaluating the
 * policies that were synthesized, for setups that nobody chose.
 */
const SETUPS = WHOLE ? 10_000 : 1_000;
const ROLES_PER_STACK = 100;
const ENV = { account: '111111111111', region: 'us-east-1' };
const PROVIDER = 'arn:aws:iam::111111111111:oidc-provider/token.actions.githubusercontent.com';
const WORKFLOW = '.github/workflows/codeartifact_python.yml';

interface Publisher {
  readonly owner: string;
  readonly name: string;
  readonly ownerId: string;
  readonly repositoryId: string;
  /** Which of the ids the setup names. */
  readonly ids: (typeof IDS)[number];
  readonly format?: SubjectFormat;
}

const TRIGGERS = ['tags by prefix', 'one tag', 'tags and branches', 'branch', 'environment'] as const;
const HOST_REFS = ['branch', 'tag', 'commit'] as const;
const IDS = ['both', 'repository', 'owner', 'none'] as const;

interface When {
  readonly kind: (typeof TRIGGERS)[number];
  readonly trigger: PublishTrigger;
  /** What follows the repository in subjects that are meant, and in some that are not. */
  readonly meant: string[];
  readonly notMeant: string[];
}

interface Setup {
  readonly publishers: Publisher[];
  readonly when: When;
  readonly host?: {
    readonly kind: (typeof HOST_REFS)[number];
    readonly value: WorkflowHost;
    readonly jobWorkflowRef: string;
  };
  readonly packages?: { readonly value: string; readonly inside: string; readonly outside: string };
}

type Claims = Record<string, string>;

const word = fc.stringMatching(/^[a-z][a-z0-9]{1,7}$/);
const id = fc.integer({ min: 1, max: 999_999_999 }).map(String);
const repositoryName = fc.tuple(word, fc.constantFrom('-', '_', '.'), word).map((parts) => parts.join(''));

const publisher: fc.Arbitrary<Publisher> = fc
  .record({
    owner: fc.tuple(word, word).map((parts) => parts.join('-')),
    name: repositoryName,
    ownerId: id,
    repositoryId: id,
    ids: fc.constantFrom(...IDS),
    format: fc.constantFrom(undefined, ...Object.values(SubjectFormat)),
  })
  .map(({ format, ...rest }) => ({ ...rest, format: rest.ids === 'both' ? format : undefined }));

const version = fc.tuple(fc.nat(99), fc.nat(99), fc.nat(99)).map((parts) => parts.join('.'));
/** A ref that starts what waits for an environment. */
const STARTING_REF = 'refs/tags/v1.2.3';
const ELSEWHERE = ['pull_request', 'ref:refs/heads/elsewhere', 'environment:elsewhere'];
const when: fc.Arbitrary<When> = fc.oneof(
  fc.record({ prefix: word, version }).map(({ prefix, version: v }) => ({
    kind: 'tags by prefix' as const,
    trigger: PublishTrigger.tags(`${prefix}-*.*.*`),
    meant: [`ref:refs/tags/${prefix}-${v}`],
    notMeant: [...ELSEWHERE, `ref:refs/tags/x${prefix}-${v}`, `ref:refs/heads/${prefix}-${v}`],
  })),
  fc.tuple(word, version).map(([prefix, v]) => ({
    kind: 'one tag' as const,
    trigger: PublishTrigger.tags(`${prefix}/v${v}`),
    meant: [`ref:refs/tags/${prefix}/v${v}`],
    notMeant: [
      ...ELSEWHERE,
      `ref:refs/tags/${prefix}/v${v}0`,
      `ref:refs/tags/${prefix}/v${v.replace('.', 'x')}`,
    ],
  })),
  fc.tuple(word, word, word, version).map(([prefix, first, second, v]) => ({
    kind: 'tags and branches' as const,
    trigger: PublishTrigger.anyOf(
      PublishTrigger.tags(`${prefix}-v*`).finalOnly(),
      PublishTrigger.branches(`${first}/x`, `${second}/y`),
    ),
    meant: [`ref:refs/tags/${prefix}-v${v}`, `ref:refs/heads/${first}/x`, `ref:refs/heads/${second}/y`],
    notMeant: [
      ...ELSEWHERE,
      `ref:refs/tags/${prefix}${v}`,
      `ref:refs/tags/${first}/x`,
      `ref:refs/heads/${first}/z`,
      `ref:refs/heads/${prefix}-v${v}`,
    ],
  })),
  fc.tuple(word, word).map((parts) => ({
    kind: 'branch' as const,
    trigger: PublishTrigger.branch(parts.join('/')),
    meant: [`ref:refs/heads/${parts.join('/')}`],
    notMeant: [...ELSEWHERE, `ref:refs/heads/${parts[0]}`, `ref:refs/tags/${parts.join('/')}`],
  })),
  fc.tuple(word, word).map(([first, second]) => ({
    kind: 'environment' as const,
    trigger: PublishTrigger.environment(`${first}: ${second}`),
    meant: [`environment:${first}%3A ${second}`],
    notMeant: [...ELSEWHERE, `environment:${first}`, `environment:${first}%3A ${second}x`],
  })),
);

const host = fc
  .tuple(word, repositoryName, word, fc.constantFrom(...HOST_REFS))
  .map(([owner, name, ref, kind]) => {
    const repository = `${owner}/${name}`;
    const at = `${repository}/${WORKFLOW}@`;
    if (kind === 'branch') {
      return { kind, value: WorkflowHost.branch(repository, ref), jobWorkflowRef: `${at}refs/heads/${ref}` };
    }
    if (kind === 'tag') {
      return { kind, value: WorkflowHost.tag(repository, ref), jobWorkflowRef: `${at}refs/tags/${ref}` };
    }
    const sha = 'a1'.repeat(20);
    return { kind, value: WorkflowHost.commit(repository, sha), jobWorkflowRef: `${at}${sha}` };
  });

const packages = fc
  .tuple(word, word, fc.boolean())
  .map(([first, second, isPrefix]) =>
    isPrefix
      ? { value: `${first}-*`, inside: `${first}-${second}`, outside: `${first}${second}` }
      : { value: `${first}_${second}`, inside: `${first}-${second}`, outside: `${first}-${second}-x` },
  );

const setup: fc.Arbitrary<Setup> = fc.record({
  publishers: fc.uniqueArray(publisher, {
    minLength: 1,
    maxLength: 3,
    selector: ({ owner, name }) => `${owner}/${name}`,
  }),
  when,
  host: fc.option(host, { nil: undefined }),
  packages: fc.option(packages, { nil: undefined }),
});

let catalog: Catalog;
const setups = fc.sample(setup, { numRuns: SETUPS, seed: SEED });
const tally = { legitimate: 0, foreign: 0, publishes: 0 };

beforeAll(async () => {
  catalog = await loadCatalog();
});

afterAll(() => {
  console.log(
    `${SETUPS} setups (seed ${SEED}): ${tally.legitimate} legitimate claim sets accepted, ` +
      `${tally.foreign} that differ in one field refused, ${tally.publishes} publish requests decided`,
  );
});

function render({ ownerId, repositoryId, ids, ...rest }: Publisher): GitHubPublisher {
  return GitHubPublisher.repository(`${rest.owner}/${rest.name}`, {
    ownerId: ids === 'both' || ids === 'owner' ? ownerId : undefined,
    repositoryId: ids === 'both' || ids === 'repository' ? repositoryId : undefined,
    subjectFormat: rest.format,
  });
}

/** The roles of some setups, as their template would have them deployed. */
function deploy(chunk: Setup[]) {
  const app = new App({ treeMetadata: false, analyticsReporting: false, stackTraces: false });
  const stack = new Stack(app, 'Roles', { env: ENV });
  const domain = Domain.fromDomainAttributes(stack, 'Domain', { domainName: 'acme' });
  const repository = Repository.fromRepositoryAttributes(stack, 'Repository', {
    domain,
    repositoryName: 'python',
  });
  const oidcProvider = GitHubOidcProvider.fromAccount(stack, 'GitHub');
  for (const [index, one] of chunk.entries()) {
    new GitHubPublishRole(stack, `Role${index}`, {
      repository,
      oidcProvider,
      publishers: one.publishers.map(render),
      publishOn: one.when.trigger,
      packages: one.packages && [one.packages.value],
      workflowHost: one.host?.value,
      roleName: `role-${index}`,
      trustPolicyQuota: 8192,
    });
  }
  const { roles } = readSetup(resolveTemplate(Template.fromStack(stack).toJSON() as never, ENV));
  return chunk.map((one, index) => ({
    one,
    role: roles.find(({ name }) => name === `role-${index}`) as (typeof roles)[number],
  }));
}

/** The subjects of a publisher that the setup means, with the form of each. */
function subjectsOf({ owner, name, ownerId, repositoryId, ids, format }: Publisher): string[] {
  const effective = format ?? (ids === 'both' ? SubjectFormat.BOTH : SubjectFormat.CLASSIC);
  const classic = `repo:${owner}/${name}`;
  const immutable = `repo:${owner}@${ownerId}/${name}@${repositoryId}`;
  if (effective === SubjectFormat.BOTH) return [classic, immutable];
  return [effective === SubjectFormat.CLASSIC ? classic : immutable];
}

function legitimate({ publishers, when: { meant }, host: by }: Setup): { claims: Claims; from: Publisher }[] {
  return publishers.flatMap((from) =>
    subjectsOf(from).flatMap((subject) =>
      meant.map((context) => ({
        from,
        claims: {
          aud: 'sts.amazonaws.com',
          sub: `${subject}:${context}`,
          repository: `${from.owner}/${from.name}`,
          repository_id: from.repositoryId,
          repository_owner_id: from.ownerId,
          ref: context.startsWith('ref:') ? context.slice('ref:'.length) : STARTING_REF,
          ...environmentOf(context),
          job_workflow_ref: by?.jobWorkflowRef ?? `${from.owner}/${from.name}/${WORKFLOW}@refs/tags/v1`,
        },
      })),
    ),
  );
}

/** GitHub escapes a colon in the subject alone. */
function environmentOf(context: string): { environment?: string } {
  const [, name] = /^environment:(.*)/.exec(context) ?? [];
  return name === undefined ? {} : { environment: name.replaceAll('%3A', ':') };
}

/** The same claims with one field changed, for each field that the setup says something about. */
function foreign({ when: { meant, notMeant }, host: by }: Setup, claims: Claims, from: Publisher): Claims[] {
  const { sub } = claims;
  const context = meant.find((one) => sub.endsWith(one)) as string;
  const changed: Claims[] = [
    { ...claims, aud: 'https://github.com/acme' },
    { ...claims, aud: 'sts.amazonaws.com.evil' },
    { ...claims, sub: sub.replace(`repo:${from.owner}`, `repo:${from.owner}-evil`) },
    { ...claims, sub: sub.replace(`repo:${from.owner}`, 'repo:evil') },
    { ...claims, sub: sub.replace(`/${from.name}`, `/${from.name}-evil`) },
    { ...claims, sub: sub.replace('repo:', 'repo:evil/') },
    { ...claims, sub: sub.toUpperCase() },
    ...notMeant.map((other) => ({ ...claims, sub: sub.replace(context, other) })),
  ];
  if (sub.includes('@'))
    changed.push({ ...claims, sub: sub.replace(`@${from.repositoryId}:`, '@1000000000:') });
  if (from.ids === 'both' || from.ids === 'repository')
    changed.push({ ...claims, repository_id: '1000000000' });
  if (from.ids === 'owner') changed.push({ ...claims, repository_owner_id: '1000000000' });
  if (context.startsWith('environment:')) changed.push({ ...claims, ref: 'refs/heads/main' });
  // An environment may be called like the other one's name with the colon escaped.
  if (context.includes('%3A')) changed.push({ ...claims, environment: context.slice('environment:'.length) });
  if (by) {
    changed.push(
      { ...claims, job_workflow_ref: by.jobWorkflowRef.replace(WORKFLOW, '.github/workflows/evil.yml') },
      { ...claims, job_workflow_ref: `${by.jobWorkflowRef}x` },
      { ...claims, job_workflow_ref: `evil-${by.jobWorkflowRef}` },
    );
  }
  return changed;
}

const chunks = Array.from({ length: SETUPS / ROLES_PER_STACK }, (_, index) =>
  setups.slice(index * ROLES_PER_STACK, (index + 1) * ROLES_PER_STACK),
);

test.each(
  chunks.map((chunk, index) => [index * ROLES_PER_STACK, chunk] as const),
)('setups from %i on', (_first, chunk) => {
  for (const { one, role } of deploy(chunk)) {
    const decide = (claims: Claims) => evaluateTrust(role.trust, { catalog, providerArn: PROVIDER, claims });
    for (const { claims, from } of legitimate(one)) {
      tally.legitimate++;
      if (!decide(claims).allowed)
        throw new Error(`refused: ${JSON.stringify({ claims, one, role }, null, 1)}`);
      for (const changed of foreign(one, claims, from)) {
        tally.foreign++;
        if (decide(changed).allowed)
          throw new Error(`let in: ${JSON.stringify({ changed, one, role }, null, 1)}`);
      }
    }
    const publish = (path: string) => {
      tally.publishes++;
      return authorize({
        catalog,
        principal: { arn: role.arn, account: ENV.account },
        action: 'codeartifact:PublishPackageVersion',
        resource: `arn:aws:codeartifact:us-east-1:111111111111:package/${path}`,
        identityPolicies: role.policies,
      }).allowed;
    };
    const { inside = 'anything', outside } = one.packages ?? {};
    expect(publish(`acme/python/pypi//${inside}`)).toBe(true);
    if (outside) expect(publish(`acme/python/pypi//${outside}`)).toBe(false);
    expect(publish(`acme/other/pypi//${inside}`)).toBe(false);
    expect(publish(`other/python/pypi//${inside}`)).toBe(false);
  }
});

test('each pair of what a setup can differ in occurs', () => {
  const formats = [undefined, ...Object.values(SubjectFormat)];
  const hosts = [undefined, ...HOST_REFS];
  const rows = setups.flatMap(({ publishers, when: { kind }, host: by, packages: named }) =>
    publishers.map(({ ids, format }) => [
      IDS.indexOf(ids),
      formats.indexOf(format),
      TRIGGERS.indexOf(kind),
      hosts.indexOf(by?.kind),
      named ? (named.value.endsWith('*') ? 2 : 1) : 0,
      publishers.length,
    ]),
  );
  const sizes = [IDS.length, formats.length, TRIGGERS.length, hosts.length, 3, 3];
  const pairs = sizes.flatMap((size, column) => sizes.slice(column + 1).map((other) => size * other));
  // A format is given only where both ids are: the other three have none.
  const impossible = (IDS.length - 1) * (formats.length - 1);
  expect(pairsOf(rows).size).toBe(pairs.reduce((sum, count) => sum + count) - impossible);
});

test('a provider of another issuer is not taken for that of GitHub', () => {
  const [{ one, role }] = deploy(setups.slice(0, 1));
  const [{ claims }] = legitimate(one);
  const providerArn = PROVIDER.replace('githubusercontent', 'evil');
  expect(evaluateTrust(role.trust, { catalog, providerArn, claims }).allowed).toBe(false);
});
