import { Duration, type Stack } from 'aws-cdk-lib';
import { ManagedPolicy } from 'aws-cdk-lib/aws-iam';
import {
  GitHubIssuer,
  GitHubOidcProvider,
  GitHubReader,
  GitHubReadRole,
  type GitHubReadRoleProps,
  WorkflowHost,
} from '../../../src';
import { deploy } from '../../support/deployed';
import { acmePython } from '../../support/publish-role';
import { expectRefusal } from '../../support/refusals';
import { newStack } from '../../support/stacks';
import { identityStatements, only } from '../../support/statements';
import { trustOf, trusts } from '../../support/trust';
import { warningsOf } from '../../support/warnings';

const KEY = 'token.actions.githubusercontent.com';
const IDS = { ownerId: '1234', repositoryId: '5678' };

function readRole(stack: Stack, props: Partial<GitHubReadRoleProps> = {}): GitHubReadRole {
  return new GitHubReadRole(stack, 'Role', {
    repository: acmePython(stack),
    repositories: [GitHubReader.repository('acme/service', IDS)],
    ...props,
    oidcProvider: props.oidcProvider ?? GitHubOidcProvider.fromAccount(stack, 'Provider'),
  });
}

describe('a read role', () => {
  test('may install and nothing else', () => {
    const stack = newStack();
    readRole(stack);
    expect(identityStatements(stack).flatMap(({ actions }) => actions)).toEqual([
      'codeartifact:GetRepositoryEndpoint',
      'codeartifact:ReadFromRepository',
      'codeartifact:GetAuthorizationToken',
      'sts:GetServiceBearerToken',
    ]);
  });

  test('is trusted on branches, tags and for pull requests, bound to the id of its repository', () => {
    const stack = newStack();
    readRole(stack);
    const trust = trustOf(stack);
    expect(trust.map(({ conditions }) => conditions.StringEquals)).toEqual([
      { [`${KEY}:aud`]: ['sts.amazonaws.com'], [`${KEY}:repository_id`]: ['5678'] },
    ]);
    for (const context of ['ref:refs/heads/main', 'ref:refs/tags/v1', 'pull_request']) {
      for (const repository of ['acme/service', 'acme@1234/service@5678']) {
        const claims = { sub: `repo:${repository}:${context}`, repository_id: '5678' };
        expect(trusts(trust, claims)).toBe(true);
        expect(trusts(trust, { ...claims, repository_id: '9' })).toBe(false);
        expect(trusts(trust, { ...claims, aud: 'https://github.com/acme' })).toBe(false);
        expect(trusts(trust, { ...claims, sub: `repo:acme/service-evil:${context}` })).toBe(false);
      }
    }
    const sub = 'repo:acme/service:environment:release';
    expect(trusts(trust, { sub, repository_id: '5678' })).toBe(false);
  });

  test('has no name, a description, and sessions of an hour, unless asked', () => {
    const stack = newStack();
    readRole(stack);
    const { RoleName, Description, MaxSessionDuration } = only(deploy(stack), 'AWS::IAM::Role').properties;
    expect([RoleName, MaxSessionDuration]).toEqual([undefined, undefined]);
    expect(Description).toBe('Installs Python packages in GitHub Actions');
  });

  test('has the name, description, boundary and session length that it is given', () => {
    const stack = newStack();
    readRole(stack, {
      roleName: 'reader',
      description: 'Installs',
      permissionsBoundary: ManagedPolicy.fromManagedPolicyName(stack, 'Boundary', 'boundary'),
      maxSessionDuration: Duration.hours(2),
    });
    expect(only(deploy(stack), 'AWS::IAM::Role').properties).toMatchObject({
      RoleName: 'reader',
      Description: 'Installs',
      PermissionsBoundary: 'arn:aws:iam::111111111111:policy/boundary',
      MaxSessionDuration: 7200,
    });
  });

  test('is trusted in the environments that it is given, by their exact names', () => {
    const stack = newStack();
    readRole(stack, { environments: ['production', 'prod:eu', 'production'] });
    const trust = trustOf(stack);
    for (const repository of ['acme/service', 'acme@1234/service@5678']) {
      const sub = (context: string) => `repo:${repository}:${context}`;
      const isTrusted = (context: string) => trusts(trust, { sub: sub(context), repository_id: '5678' });
      expect(['environment:production', 'environment:prod%3Aeu', 'pull_request'].map(isTrusted)).toEqual([
        true,
        true,
        true,
      ]);
      expect(
        ['environment:staging', 'environment:production2', 'environment:Production'].map(isTrusted),
      ).toEqual([false, false, false]);
      expect(trusts(trust, { sub: sub('environment:production'), repository_id: '9' })).toBe(false);
    }
    expect(trust[0].conditions.StringLike[`${KEY}:sub`]).toHaveLength(8);
  });

  test('is refused for an environment that is none, and for any', () => {
    expectRefusal(
      () => readRole(newStack(), { environments: ['production', '*'] }),
      "environments \"*\" has a wildcard, which IAM would match with other names ('*' and '?').",
      'Allowed: the exact name of an environment, up to 255 characters.',
      'See https://docs.github.com/en/actions/reference/workflows-and-actions/deployments-and-environments',
      '(construct Stack/Role)',
    );
  });

  test('of an organization is trusted for the workflow of the host, on whatever ref', () => {
    const stack = newStack();
    readRole(stack, {
      repositories: [GitHubReader.organization('acme', { ownerId: '1234' })],
      workflowHost: WorkflowHost.branch('acme/platform', 'main'),
      workflowPath: '.github/workflows/install.yml',
    });
    expect(trustOf(stack).map(({ conditions }) => conditions)).toEqual([
      {
        StringEquals: {
          [`${KEY}:aud`]: ['sts.amazonaws.com'],
          [`${KEY}:repository_owner_id`]: ['1234'],
          [`${KEY}:job_workflow_ref`]: ['acme/platform/.github/workflows/install.yml@refs/heads/main'],
        },
      },
    ]);
  });

  test('is refused with a path that is none', () => {
    const repositories = [GitHubReader.organization('acme', { ownerId: '1234' })];
    const workflowHost = WorkflowHost.branch('acme/platform', 'main');
    expect(() => readRole(newStack(), { repositories, workflowHost, workflowPath: '*' })).toThrow(
      /^workflowPath "\*" is not the path of a workflow\..*\(construct Stack\/Role\)$/,
    );
  });

  test('warns of repositories without ids, which can be acknowledged', () => {
    const stack = newStack();
    readRole(stack, { repositories: [GitHubReader.repository('acme/service')] });
    expect(warningsOf(stack)).toEqual([
      '/Stack/Role: Repositories without ids: whoever takes over an abandoned name is trusted, and a repository ' +
        'created, renamed or transferred after 15 July 2026 is not. Give ownerId and repositoryId, as printed ' +
        'by: npx cdk-python-artifact-pipeline ids acme/service ' +
        '[ack: cdk-python-artifact-pipeline:repository-without-ids]',
    ]);
  });

  test('is refused without a repository', () => {
    expectRefusal(
      () => readRole(newStack(), { repositories: [] }),
      'repositories [] is empty, so that nobody could assume the role.',
      'Allowed: at least one.',
      '(construct Stack/Role)',
    );
  });

  test('is refused with one listed twice', () => {
    const repositories = [
      GitHubReader.repository('acme/service'),
      GitHubReader.repository('acme/service', IDS),
    ];
    expectRefusal(
      () => readRole(newStack(), { repositories }),
      'repositories "acme/service" is listed twice.',
      'Allowed: each once.',
      '(construct Stack/Role)',
    );
  });

  test('is refused with ids for a GitHub Enterprise Server', () => {
    const stack = newStack();
    const issuer = GitHubIssuer.enterpriseServer('github.acme.example');
    const oidcProvider = GitHubOidcProvider.fromAccount(stack, 'Server', issuer);
    expect(() => readRole(stack, { oidcProvider })).toThrow(
      "so that acme/service can't be trusted by ids or by a workflow host.",
    );
  });

  test('is refused with a trust policy over its quota', () => {
    const stack = newStack();
    const names = Array.from({ length: 40 }, (_, index) => `acme/repository-${index}`);
    readRole(stack, { repositories: names.map((name) => GitHubReader.repository(name)) });
    expect(() => deploy(stack)).toThrow(
      /The trust policy of Stack\/Role is \d+ characters; the limit is 2048\..* with addReader, or trust the organization with GitHubReader\.organization\. See /,
    );
  });
});
