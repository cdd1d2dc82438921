import { App, Duration, Stack } from 'aws-cdk-lib';
import {
  GitHubPublisher,
  GitHubReader,
  type PackageReaderOptions,
  PythonArtifactPipeline,
  WorkflowHost,
} from '../../../src';
import { deploy } from '../../support/deployed';
import { expectRefusal } from '../../support/refusals';
import { ACME } from '../../support/stacks';
import { type Statement, statementsIn } from '../../support/statements';
import { trusts } from '../../support/trust';

const SHOP = GitHubReader.repository('acme/shop', { ownerId: '1234', repositoryId: '3456' });
const ORGANIZATION = GitHubReader.organization('acme', { ownerId: '1234' });
const DOCS =
  'See https://docs.github.com/en/code-security/how-tos/secure-your-supply-chain/manage-your-dependency-security/configuring-access-to-private-registries-for-dependabot#using-oidc-for-authentication';

function make(
  options: Partial<PackageReaderOptions> = {},
  env: { account?: string; region?: string } = ACME,
): Stack {
  const stack = new Stack(new App(), 'Artifacts', { env });
  new PythonArtifactPipeline(stack, 'Python', {
    domainName: 'acme',
    repositoryName: 'python',
    publishers: [GitHubPublisher.repository('acme/orders-sdk', { ownerId: '1234', repositoryId: '5678' })],
  }).addReader('Bots', { repositories: [SHOP], dependabot: {}, readRoleName: 'read', ...options });
  return stack;
}

/** The trust and the permissions of the role of Dependabot, which is called so. */
function dependabotIn(stack: Stack): { trust: Statement[]; policy: Statement[]; description: string } {
  const resources = deploy(stack).filter(({ logicalId }) => logicalId.includes('Dependabot'));
  const [role] = resources.filter(({ type }) => type === 'AWS::IAM::Role');
  return {
    trust: statementsIn(resources, 'AWS::IAM::Role', 'AssumeRolePolicyDocument'),
    policy: statementsIn(resources, 'AWS::IAM::Policy', 'PolicyDocument'),
    description: role.properties.Description as string,
  };
}

const MAIN = 'ref:refs/heads/main';
const token = (repository: string, context = MAIN, more: Record<string, string> = {}) => ({
  sub: `repo:${repository}:${context}`,
  repository_id: '3456',
  repository_owner_id: '1234',
  ...more,
});

describe('the role of Dependabot', () => {
  test('may install and nothing else, and holds no token to a time, whatever the reader does', () => {
    const { policy, description } = dependabotIn(make({ maxTokenDuration: Duration.minutes(15) }));
    expect(policy.flatMap(({ actions }) => actions)).toEqual([
      'codeartifact:GetRepositoryEndpoint',
      'codeartifact:ReadFromRepository',
      'codeartifact:GetAuthorizationToken',
      'sts:GetServiceBearerToken',
    ]);
    const bearer = policy.find(({ actions }) => actions.includes('sts:GetServiceBearerToken'));
    expect(bearer?.conditions).toEqual({
      StringEquals: { 'sts:AWSServiceName': ['codeartifact.amazonaws.com'] },
    });
    expect(description).toBe('Lets Dependabot install Python packages from acme/python');
  });

  test.each([
    ['of a repository', token('acme/shop'), SHOP],
    ['of a repository, by its immutable subject', token('acme@1234/shop@3456'), SHOP],
    ['of an organization', token('acme/any'), ORGANIZATION],
    ['of an organization, by the immutable subject', token('acme@1234/any@9'), ORGANIZATION],
  ])('admits the default branch %s', (_what, claims, reader) => {
    expect(trusts(dependabotIn(make({ repositories: [reader] })).trust, claims)).toBe(true);
  });

  test.each([
    ['another branch', token('acme/shop', 'ref:refs/heads/dependabot/uv/main')],
    ['a tag of that name', token('acme/shop', 'ref:refs/tags/main')],
    ['a pull request', token('acme/shop', 'pull_request')],
    ['an environment', token('acme/shop', 'environment:production')],
    ['another repository', token('acme/cart', MAIN, { repository_id: '9' })],
    ['another organization', token('beta/shop', MAIN, { repository_owner_id: '9', repository_id: '9' })],
  ])('refuses %s', (_what, claims) => {
    expect(trusts(dependabotIn(make({ environments: ['production'] })).trust, claims)).toBe(false);
  });

  test('admits the branches that it is given in the place of main', () => {
    const { trust } = dependabotIn(make({ dependabot: { defaultBranches: ['master', 'trunk'] } }));
    const isTrusted = (branch: string) => trusts(trust, token('acme/shop', `ref:refs/heads/${branch}`));
    expect(['master', 'trunk', 'main'].map(isTrusted)).toEqual([true, true, false]);
  });

  test('trusts its own workflow, not the one of the host', () => {
    const workflowHost = WorkflowHost.branch('acme/platform', 'main');
    const { trust } = dependabotIn(make({ repositories: [ORGANIZATION], workflowHost }));
    const job_workflow_ref = 'acme/shop/dynamic/dependabot/dependabot-updates@refs/heads/main';
    expect(trusts(trust, token('acme/shop', MAIN, { job_workflow_ref }))).toBe(true);
  });

  test('asks for the enterprise that the reader asks for, and not for who started a run', () => {
    const { trust } = dependabotIn(make({ requiredClaims: { enterpriseIds: ['7'], actors: ['octocat'] } }));
    expect(trusts(trust, token('acme/shop', MAIN, { enterprise_id: '7', actor: 'dependabot[bot]' }))).toBe(
      true,
    );
    expect(trusts(trust, token('acme/shop', MAIN, { enterprise_id: '8', actor: 'octocat' }))).toBe(false);
  });

  test('asks for what it is told to ask for', () => {
    const dependabot = { requiredClaims: { actors: ['dependabot[bot]'] } };
    const { trust } = dependabotIn(make({ dependabot, requiredClaims: { enterpriseIds: ['7'] } }));
    expect(trusts(trust, token('acme/shop', MAIN, { actor: 'dependabot[bot]' }))).toBe(true);
    expect(trusts(trust, token('acme/shop', MAIN, { actor: 'octocat', enterprise_id: '7' }))).toBe(false);
  });

  test('is not there unless it is asked for', () => {
    const ids = deploy(make({ dependabot: undefined })).map(({ logicalId }) => logicalId);
    expect(ids.filter((id) => id.includes('Dependabot'))).toEqual([]);
  });
});

describe('Dependabot is refused', () => {
  test.each([
    ['account and Region', {}],
    ['an account', { region: 'us-east-1' }],
    ['a Region', { account: '111111111111' }],
  ])('in a stack without %s', (_what, env) => {
    expectRefusal(
      () => make({}, env),
      'dependabot {} needs a stack that says its account and Region, since dependabot.yml knows no variables.',
      "Write instead: env: { account: '111111111111', region: 'us-east-1' } among the props of the stack.",
      DOCS,
      '(construct Artifacts/Python/Bots)',
    );
  });

  test.each([
    'cn-north-1',
    'us-gov-west-1',
    'eusc-de-east-1',
  ])('in %s, which is of another partition', (region) => {
    expectRefusal(
      () => make({}, { account: '111111111111', region }),
      `dependabot "${region}" is the Region, and Dependabot finds roles of the partition aws alone: it asks for ` +
        'arn:aws:iam::ACCOUNT:role/NAME.',
      'Allowed: Regions of the partition aws.',
      'Write instead: a token as a secret of Dependabot, renewed by a workflow with the role of the reader.',
      DOCS,
      '(construct Artifacts/Python/Bots)',
    );
  });

  test('with branches and a name that are none', () => {
    expectRefusal(
      () => make({ dependabot: { defaultBranches: ['refs/heads/main'] } }),
      'dependabot defaultBranches "refs/heads/main" begins with \'refs/\', which is added where it belongs.',
      'Allowed: the exact name of a branch, without refs/ before it.',
      "Write instead: 'main'.",
      'See https://git-scm.com/docs/git-check-ref-format',
      '(construct Artifacts/Python/Bots)',
    );
    expect(() => make({ dependabot: { defaultBranches: [] } })).toThrow(
      /^dependabot defaultBranches \[\] is empty, so that no branch could install\./,
    );
    expect(() => make({ dependabot: { roleName: 'a/b' } })).toThrow(
      /^dependabot roleName "a\/b" is not a name that IAM takes\./,
    );
  });
});
