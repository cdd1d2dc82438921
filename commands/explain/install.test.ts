import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GitHubReader } from '../../src';
import { ExitCode } from '../command';
import { assemblyOfPipeline, claimsOf, tokenOf } from '../testing/pipeline';
import { folderWith, runCommand } from '../testing/run';

const APP = assemblyOfPipeline();
const ORGANIZATION = ['--organization', 'o-a1b2c3d4e5'];
const install = (...args: string[]) => runCommand(['explain', 'install', '--app', APP, ...args]);
const DEVELOPER = 'arn:aws:iam::222222222222:role/developer';

test('who is of the organization may install, and the statements that let them are named', async () => {
  const { code, stdout } = await install('--principal', DEVELOPER, ...ORGANIZATION);
  expect(code).toBe(ExitCode.YES);
  expect(stdout).toMatch(/✓ PythonArtifacts, repository acme\/python\n/);
  expect(stdout).toMatch(
    /✓ +codeartifact:GetAuthorizationToken +by policy of domain acme, statement 1.*, where its own policies allow it too/,
  );
  expect(stdout).toMatch(/✓ +codeartifact:ReadFromRepository +by policy of repository python, statement 1/);
  expect(stdout).toMatch(/✗ PythonArtifacts, repository acme\/pypi-store\n/);
});

test.each([
  ['another organization', DEVELOPER, ['--organization', 'o-zzzzzzzzzz'], ExitCode.NO],
  ['an organization that nobody said', DEVELOPER, [], ExitCode.UNDECIDED],
  [
    'a session of a role',
    'arn:aws:sts::222222222222:assumed-role/developer/jane',
    ORGANIZATION,
    ExitCode.YES,
  ],
  ['all of an account', '222222222222', ORGANIZATION, ExitCode.YES],
  ['a user of the account of the domain', 'arn:aws:iam::111111111111:user/jane', ORGANIZATION, ExitCode.YES],
])('%s', async (_, principal, organization, expected) => {
  expect((await install('--principal', principal, ...organization)).code).toBe(expected);
});

test('what it says as JSON', async () => {
  const { stdout } = await install('--principal', DEVELOPER, '--organization', 'o-zzzzzzzzzz', '--json');
  const { verdict, principal, repositories } = JSON.parse(stdout);
  expect(verdict).toBe('refused');
  expect(principal).toEqual({ arn: DEVELOPER, account: '222222222222', organizationId: 'o-zzzzzzzzzz' });
  expect(repositories.map(({ arn }: { arn: string }) => arn.split(':').at(-1)).sort()).toEqual([
    'repository/acme/pypi-store',
    'repository/acme/python',
  ]);
  expect(JSON.stringify(repositories)).toContain(
    'StringEquals aws:PrincipalOrgID wants o-a1b2c3d4e5, but it is o-zzzzzzzzzz',
  );
});

test("a repository without its domain in the stacks can't be told", async () => {
  const folder = folderWith({
    'manifest.json': JSON.stringify({
      artifacts: { A: { type: 'aws:cloudformation:stack', properties: { templateFile: 'a.json' } } },
    }),
    'a.json': JSON.stringify({
      Resources: {
        R: {
          Type: 'AWS::CodeArtifact::Repository',
          Properties: { DomainName: 'acme', RepositoryName: 'python' },
        },
      },
    }),
  });
  const { code, stdout } = await runCommand([
    'explain',
    'install',
    '--principal',
    '000000000000',
    '--app',
    folder,
  ]);
  expect(code).toBe(ExitCode.UNDECIDED);
  expect(stdout).toContain('the policy of domain/acme is in none of the stacks');
  expect(stdout).toContain('its own policies decide');
});

describe('Dependabot', () => {
  const repositories = [
    GitHubReader.repository('acme/orders-api', { ownerId: '1234', repositoryId: '4321' }),
  ];
  const claims = claimsOf({
    repository: 'acme/orders-api',
    repository_id: '4321',
    ref: 'refs/heads/main',
    event_name: 'dynamic',
    workflow: 'Dependabot Updates',
    actor: 'dependabot[bot]',
    job_workflow_ref: 'acme/orders-api/dynamic/dependabot/dependabot-updates@refs/heads/main',
  });
  const reader = (change: (template: string) => string = (template) => template) => {
    const folder = assemblyOfPipeline({}, (pipeline) => pipeline.addReader('Reader', { repositories }));
    const file = join(folder, 'PythonArtifacts.template.json');
    writeFileSync(file, change(readFileSync(file, 'utf8')));
    return folder;
  };
  const withShortTokens = (template: string) => {
    const shorter = template.replaceAll(
      '"sts:AWSServiceName": "codeartifact.amazonaws.com"\n',
      '"sts:AWSServiceName": "codeartifact.amazonaws.com"},"NumericLessThanEquals":{"sts:DurationSeconds":"3600"\n',
    );
    expect(shorter).not.toBe(template);
    return shorter;
  };
  const explain = (folder: string) =>
    runCommand(['explain', 'install', '--claims', '-', '--app', folder], { input: tokenOf(claims) });

  test('is a caller that is known', async () => {
    const { code, stdout } = await explain(reader());
    expect(stdout).toContain('Dependabot of acme/orders-api asks AWS for a role, on refs/heads/main');
    expect(stdout).toMatch(/sts:GetServiceBearerToken on \*\n +by policy/);
    expect(code).toBe(ExitCode.YES);
  });

  test('is refused by a role that gives out short tokens only, and told so', async () => {
    const { code, stdout } = await explain(reader(withShortTokens));
    expect(code).toBe(ExitCode.NO);
    expect(stdout).toContain('Dependabot asks for a token of CodeArtifact of 12 hours');
    expect(stdout).toContain('Let the role give out tokens of 43200 seconds');
  });
});
