import {
  GitHubPublisher,
  PublishTrigger,
  type PythonArtifactPipelineProps,
  WorkflowHost,
} from '../../../src';
import { SIGN_IN_CAUSES, type SignInCauseId } from '../../../src/github/trust/refusal-causes';
import { ExitCode } from '../../command';
import { assemblyOfPipeline, claimsOf, ORDERS, tokenOf } from '../../testing/pipeline';
import { runCommand } from '../../testing/run';

const RELEASE = { publishOn: PublishTrigger.environment('release') };
const called = (file: string, ref: string) => `acme/platform/.github/workflows/${file}@${ref}`;

interface Situation {
  readonly cause: SignInCauseId;
  readonly says: string;
  readonly app?: Partial<PythonArtifactPipelineProps>;
  readonly claims: Readonly<Record<string, unknown>>;
  readonly trusted: string;
  readonly has: string;
}

/** One thing that is not as it should be, in the same words as in the run. */
const SITUATIONS: readonly Situation[] = [
  {
    cause: 'ref',
    says: 'the run is on a branch',
    claims: { ref: 'refs/heads/feature' },
    trusted: 'The role trusts refs/tags/v*.*.*.',
    has: 'The run is on refs/heads/feature.',
  },
  {
    cause: 'event',
    says: 'the run is of a pull request',
    claims: { event_name: 'pull_request', ref: 'refs/pull/7/merge' },
    trusted: 'The role trusts refs/tags/v*.*.*.',
    has: 'The run was started by pull_request.',
  },
  {
    cause: 'environment-missing',
    says: 'the job has no environment',
    app: RELEASE,
    claims: {},
    trusted: 'The role trusts jobs with the environment release.',
    has: 'The job has none.',
  },
  {
    cause: 'environment',
    says: 'the job has another environment',
    app: RELEASE,
    claims: { environment: 'Release' },
    trusted: 'The role trusts jobs with the environment release.',
    has: 'The job has Release.',
  },
  {
    cause: 'environment-unexpected',
    says: 'the job has an environment that nobody agreed on',
    claims: { environment: 'release' },
    trusted: 'The role trusts refs/tags/v*.*.*.',
    has: 'The job has the environment release, and its subject no ref.',
  },
  {
    cause: 'immutable-subject',
    says: 'the subject has ids, and the app has none',
    app: { publishers: [GitHubPublisher.repository('acme/orders-sdk')] },
    claims: { sub: 'repo:acme@1234/orders-sdk@5678:ref:refs/tags/v1.2.3' },
    trusted: 'The role trusts repo:acme/orders-sdk, without ids.',
    has: 'The subject begins with repo:acme@1234/orders-sdk@5678: the repository was created, renamed or transferred after 15 July 2026, or switched over.',
  },
  {
    cause: 'renamed',
    says: 'the repository was renamed',
    claims: { repository: 'acme/orders', sub: 'repo:acme@1234/orders@5678:ref:refs/tags/v1.2.3' },
    trusted: 'The role trusts repo:acme@1234/orders-sdk@5678 or repo:acme/orders-sdk.',
    has: 'The repository with this id is repo:acme@1234/orders@5678 now.',
  },
  {
    cause: 'recreated',
    says: 'the repository was made anew under its name',
    claims: { repository_id: '6670' },
    trusted: 'repository_id 5678',
    has: 'repository_id 6670',
  },
  {
    cause: 'letter-case',
    says: "the owner is written in another letters' case",
    claims: { repository: 'Acme/orders-sdk' },
    trusted: 'The role trusts repo:acme/orders-sdk or repo:acme@1234/orders-sdk@5678.',
    has: 'GitHub writes repo:Acme/orders-sdk.',
  },
  {
    cause: 'repository',
    says: 'the caller was copied into another repository',
    claims: { repository: 'acme/website', repository_id: '7777' },
    trusted: 'The role trusts repo:acme/orders-sdk or repo:acme@1234/orders-sdk@5678.',
    has: 'The run is of repo:acme/website.',
  },
  {
    cause: 'workflow',
    says: 'another workflow of the host was called',
    claims: { job_workflow_ref: called('other.yml', 'refs/heads/main') },
    trusted: `The role trusts jobs of ${called('codeartifact_python.yml', 'refs/heads/main')} only.`,
    has: `This job is of ${called('other.yml', 'refs/heads/main')}.`,
  },
  {
    cause: 'workflow-ref',
    says: "the host's workflow was called at another ref",
    claims: { job_workflow_ref: called('codeartifact_python.yml', 'refs/heads/next') },
    trusted: 'The role trusts refs/heads/main.',
    has: 'The workflow was called at refs/heads/next.',
  },
  {
    cause: 'audience',
    says: 'the token is for another audience',
    claims: { aud: 'https://github.com/acme' },
    trusted: 'The role trusts tokens for sts.amazonaws.com.',
    has: 'The token is for https://github.com/acme.',
  },
  {
    cause: 'subject-template',
    says: 'the subject is customized by include_claim_keys',
    app: RELEASE,
    claims: {
      environment: 'release',
      sub: `repo:acme/orders-sdk:job_workflow_ref:${called('codeartifact_python.yml', 'refs/heads/main')}`,
    },
    trusted:
      'The role trusts a subject that begins with repo:acme/orders-sdk or repo:acme@1234/orders-sdk@5678, as GitHub makes it by default.',
    has: `The subject is repo:acme/orders-sdk:job_workflow_ref:${called('codeartifact_python.yml', 'refs/heads/main')}.`,
  },
  {
    cause: 'claim',
    says: 'somebody else started the run',
    app: { requiredClaims: { actorIds: ['1'] } },
    claims: {},
    trusted: 'actor_id 1',
    has: 'The run has actor_id 583231.',
  },
  {
    cause: 'issuer',
    says: 'the token is of an enterprise with an issuer of its own',
    claims: { iss: 'https://token.actions.githubusercontent.com/acme' },
    trusted: 'The role trusts tokens of https://token.actions.githubusercontent.com.',
    has: 'The token is of https://token.actions.githubusercontent.com/acme.',
  },
  {
    cause: 'repository',
    says: 'the run is of another organization that the host trusts none of',
    app: {
      publishers: [GitHubPublisher.organization('acme', { ownerId: '1234' })],
      workflow: { host: WorkflowHost.branch('acme/platform', 'main'), writeFiles: false },
    },
    claims: { repository: 'other/orders-sdk', repository_owner_id: '99' },
    trusted: 'repository_owner_id 1234',
    has: 'The run is of repository_owner_id 99.',
  },
];

test('more than fifteen causes are played through', () => {
  expect(new Set(SITUATIONS.map(({ cause }) => cause)).size).toBeGreaterThan(15);
});

test.each(SITUATIONS)('$cause: $says', async ({ cause, app, claims, trusted, has }) => {
  const folder = assemblyOfPipeline(app);
  const input = tokenOf(claimsOf(claims));

  const { code, stdout } = await runCommand(
    ['explain', 'publish', '--claims', '-', '--json', '--app', folder],
    { input },
  );

  expect(code).toBe(ExitCode.NO);
  const { verdict, roles } = JSON.parse(stdout);
  expect(verdict).toBe('refused');
  expect(roles[0].causes.map(({ id }: { id: string }) => id)).toEqual([cause]);
  const [said] = roles[0].causes;
  expect(said).toMatchObject({ title: SIGN_IN_CAUSES[cause].title });
  expect(said.trusted).toContain(trusted);
  expect(said.has).toContain(has);
  expect(said.remedy).toBe(SIGN_IN_CAUSES[cause].remedy);
  expect(said.command).not.toMatch(/\{\w+\}/);

  const text = await runCommand(['explain', '--claims', '-', '--app', folder], { input });
  expect(text.code).toBe(ExitCode.NO);
  expect(text.stdout).toContain(`refused[${cause}]: ${SIGN_IN_CAUSES[cause].title}`);
  for (const sentence of [said.trusted, said.has, said.remedy, said.command])
    expect(text.stdout).toContain(sentence);
});

test('two things that are wrong are both said, in the order of the causes', async () => {
  const input = JSON.stringify(claimsOf({ ref: 'refs/heads/main', aud: 'other' }));
  const { stdout } = await runCommand(['explain', '--claims', '-', '--json', '--app', assemblyOfPipeline()], {
    input,
  });
  expect(JSON.parse(stdout).roles[0].causes.map(({ id }: { id: string }) => id)).toEqual(['ref', 'audience']);
});

test('of many publishers the nearest are said', async () => {
  const others = Array.from({ length: 30 }, (_, i) =>
    GitHubPublisher.repository(`acme/sdk-${i}`, { ownerId: '1234', repositoryId: `${100 + i}` }),
  );
  const folder = assemblyOfPipeline({ publishers: [...others, ORDERS], trustPolicyQuota: 8192 });
  const input = JSON.stringify(claimsOf({ repository: 'acme/Orders-SDK' }));
  const { stdout } = await runCommand(['explain', '--claims', '-', '--json', '--app', folder], { input });
  const [cause] = JSON.parse(stdout).roles[0].causes;
  expect(cause.id).toBe('letter-case');
  expect(cause.trusted).toMatch(
    /^The role trusts repo:acme\/orders-sdk or repo:acme@1234\/orders-sdk@5678 or .* or 58 more\.$/,
  );
});

test('what is not known of the run is a place to fill in, as in the docs', async () => {
  const input = JSON.stringify({ sub: 'repository_owner:acme', aud: 'other', iss: claimsOf().iss });
  const { stdout } = await runCommand(['explain', '--claims', '-', '--json', '--app', assemblyOfPipeline()], {
    input,
  });
  const commands = JSON.parse(stdout).roles[0].causes.map(({ command }: { command: string }) => command);
  expect(commands).toContain('gh api repos/OWNER/REPO/actions/oidc/customization/sub');
  expect(commands.join()).not.toMatch(/\{\w+\}/);

  const onBranch = JSON.stringify({ sub: 'repo:acme/orders-sdk:ref:refs/heads/main' });
  const text = await runCommand(['explain', '--claims', '-', assemblyOfPipeline()], { input: onBranch });
  expect(text.stdout).toContain(
    "gh api repos/acme/orders-sdk/actions/runs/RUN --jq '{event, head_branch, path}'",
  );
});
