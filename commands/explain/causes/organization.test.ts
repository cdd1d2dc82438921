import { GitHubReader } from '../../../src';
import { assemblyOfPipeline, claimsOf } from '../../testing/pipeline';
import { runCommand } from '../../testing/run';

const JOB = {
  repository: 'acme/shop',
  repository_id: '3456',
  ref: 'refs/heads/main',
  job_workflow_ref: 'acme/shop/.github/workflows/ci.yml@refs/heads/main',
};

function reader(environments?: string[]): string {
  return assemblyOfPipeline({}, (pipeline) => {
    pipeline.addReader('Ci', {
      repositories: [GitHubReader.organization('acme', { ownerId: '1234' })],
      environments,
    });
  });
}
const plain = reader();
const production = reader(['production']);

async function explain(folder: string, claims: Readonly<Record<string, unknown>>) {
  const { stdout } = await runCommand(['explain', 'install', '--claims', '-', '--json', '--app', folder], {
    input: JSON.stringify(claimsOf({ ...JOB, ...claims })),
  });
  const { verdict, roles } = JSON.parse(stdout);
  return [verdict, ...roles[0].causes.map(({ id, trusted }: Record<string, string>) => `${id}: ${trusted}`)];
}

describe('a run of an organization that installs without a host', () => {
  it.each([
    ['on a branch', {}],
    ['for a pull request', { event_name: 'pull_request', ref: 'refs/pull/7/merge' }],
    ['with ids in its subject', { sub: 'repo:acme@1234/shop@3456:ref:refs/heads/main' }],
  ])('is granted %s', async (_what, claims) => {
    expect(await explain(plain, claims)).toEqual(['granted']);
  });

  it.each([
    [plain, 'staging', 'environment-unexpected: The role trusts refs/* or pull_request.'],
    // The wildcard for the repository would take it for a pull request, and it is left out of that.
    [plain, 'pull_request', 'environment-unexpected: The role trusts refs/* or pull_request.'],
    [production, 'pull_request', 'environment: The role trusts jobs with the environment production.'],
  ])('is refused for its environment', async (folder, environment, cause) => {
    expect(await explain(folder, { environment })).toEqual(['refused', cause]);
  });

  it.each([
    ['is of another one', { repository: 'other/shop', repository_owner_id: '99' }, 'repository'],
    ['is written in other letters', { repository: 'Acme/shop' }, 'letter-case'],
    ['was renamed', { repository: 'acme-corp/shop' }, 'renamed'],
  ])('is refused where it %s', async (_what, claims, cause) => {
    expect(await explain(plain, claims)).toEqual([
      'refused',
      `${cause}: The role trusts repo:acme/* or repo:acme@1234/*.`,
    ]);
  });

  it.each([
    ['without ids', 'repo:acme/shop:ref:refs/heads/main'],
    ['with ids', 'repo:acme@99/shop@3456:ref:refs/heads/main'],
  ])('is refused where another one has taken over the name, by a subject %s', async (_what, sub) => {
    expect(await explain(plain, { repository_owner_id: '99', sub })).toEqual([
      'refused',
      'recreated: The role trusts repository_owner_id 1234.',
    ]);
  });
});
