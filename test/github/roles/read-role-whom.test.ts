import type { Stack } from 'aws-cdk-lib';
import * as fc from 'fast-check';
import {
  GitHubIssuer,
  GitHubOidcProvider,
  GitHubReader,
  GitHubReadRole,
  type GitHubReadRoleProps,
  WorkflowHost,
} from '../../../src';
import { acmePython } from '../../support/publish-role';
import { expectRefusal } from '../../support/refusals';
import { newStack } from '../../support/stacks';
import type { Statement } from '../../support/statements';
import { trustOf, trustSizeOf, trusts } from '../../support/trust';
import { warningsOf } from '../../support/warnings';

const ACME = GitHubReader.organization('acme', { ownerId: '1234' });
const BETA = GitHubReader.organization('beta', { ownerId: '9' });
const SHOP = GitHubReader.repository('acme/shop', { ownerId: '1234', repositoryId: '3456' });
const HOST = WorkflowHost.branch('acme/platform', 'main');
const HOST_REF = 'acme/platform/.github/workflows/codeartifact_python.yml@refs/heads/main';

function stackWith(props: Partial<GitHubReadRoleProps>, issuer?: GitHubIssuer): Stack {
  const stack = newStack();
  new GitHubReadRole(stack, 'Role', {
    repository: acmePython(stack),
    repositories: [ACME],
    oidcProvider: GitHubOidcProvider.fromAccount(stack, 'Provider', issuer),
    ...props,
  });
  return stack;
}

function trustWith(props: Partial<GitHubReadRoleProps>): Statement[] {
  return trustOf(stackWith(props));
}

/** A token of a repository: `acme/shop`, or `acme@1234/shop@3456` in the immutable form. */
const token = (repository: string, context: string, ownerId = '1234', more: Record<string, string> = {}) => ({
  sub: `repo:${repository}:${context}`,
  repository_owner_id: ownerId,
  repository_id: '3456',
  ...more,
});

const MAIN = 'ref:refs/heads/main';

describe('a role for an organization without a workflow host', () => {
  test.each([
    ['a branch', token('acme/shop', MAIN)],
    ['a tag', token('acme/shop', 'ref:refs/tags/v1')],
    ['a pull request from within', token('acme/shop', 'pull_request')],
    ['a repository that is not there yet', token('acme/new.repo_1', MAIN)],
    ['a branch, by the immutable subject', token('acme@1234/shop@3456', MAIN)],
    ['a pull request, by the immutable subject', token('acme@1234/shop@3456', 'pull_request')],
    [
      'any workflow',
      token('acme/shop', MAIN, '1234', { job_workflow_ref: 'acme/shop/.github/workflows/x.yml@x' }),
    ],
  ])('admits %s', (_what, claims) => {
    expect(trusts(trustWith({}), claims)).toBe(true);
  });

  test.each([
    ['another organization', token('beta/shop', MAIN, '9')],
    ['whoever takes over its name', token('acme/shop', MAIN, '9')],
    ['whoever takes over its name, by the immutable subject', token('acme@9/shop@3456', MAIN, '9')],
    ['its id under another name', token('beta/shop', MAIN)],
    ['a longer name', token('acme-evil/shop', MAIN)],
    ['a longer id', token('acme@12345/shop@3456', MAIN, '12345')],
    ['a name in other case', token('Acme/shop', MAIN)],
    ['an environment', token('acme/shop', 'environment:production')],
    ['an environment that is called like a pull request', token('acme/shop', 'environment:pull_request')],
    [
      'such an environment, by the immutable subject',
      token('acme@1234/shop@3456', 'environment:pull_request'),
    ],
    [
      'an environment that is called like a branch',
      token('acme/shop', 'environment:a%3Aref%3Arefs/heads/main'),
    ],
    ['another audience', token('acme/shop', MAIN, '1234', { aud: 'https://github.com/acme' })],
  ])('refuses %s', (_what, claims) => {
    expect(trusts(trustWith({}), claims)).toBe(false);
  });

  test('admits the environments that it is given, in all of its repositories, by their exact names', () => {
    const trust = trustWith({ environments: ['production', 'prod:eu'] });
    const isTrusted = (context: string) =>
      ['acme/shop', 'acme@1234/shop@3456'].map((repository) => trusts(trust, token(repository, context)));
    expect(['environment:production', 'environment:prod%3Aeu', MAIN].map(isTrusted)).toEqual(
      Array(3).fill([true, true]),
    );
    expect(['environment:production2', 'environment:Production', 'environment:eu'].map(isTrusted)).toEqual(
      Array(3).fill([false, false]),
    );
  });

  test('admits an environment that is called like a pull request where it is given', () => {
    const trust = trustWith({ environments: ['pull_request'] });
    expect(trusts(trust, token('acme/shop', 'environment:pull_request'))).toBe(true);
    expect(trusts(trust, token('acme/shop', 'environment:production'))).toBe(false);
  });

  test('is as large with one repository as with thousands, and warns of nothing', () => {
    const stack = stackWith({});
    expect(trustSizeOf(stack)).toBe(622);
    expect(warningsOf(stack)).toEqual([]);
  });

  test('admits two organizations, each by its own id or name alike', () => {
    const trust = trustWith({ repositories: [ACME, BETA] });
    expect(trusts(trust, token('acme/shop', MAIN))).toBe(true);
    expect(trusts(trust, token('beta/shop', MAIN, '9'))).toBe(true);
    expect(trusts(trust, token('gamma/shop', MAIN, '8'))).toBe(false);
  });

  test('does not lend its id to a repository of another owner beside it', () => {
    const other = GitHubReader.repository('beta/lib', { ownerId: '9', repositoryId: '77' });
    const trust = trustWith({ repositories: [ACME, other] });
    expect(trust).toHaveLength(2);
    expect(trusts(trust, { ...token('beta/lib', MAIN, '9'), repository_id: '77' })).toBe(true);
    expect(trusts(trust, { ...token('beta/other', MAIN, '9'), repository_id: '78' })).toBe(false);
    expect(trusts(trust, { ...token('beta/lib', MAIN, '1234'), repository_id: '78' })).toBe(false);
  });

  test('is refused for a GitHub Enterprise Server, which says no id of an owner', () => {
    const issuer = GitHubIssuer.enterpriseServer('github.acme.example');
    expectRefusal(
      () => stackWith({}, issuer),
      'issuer "https://github.acme.example/_services/token" has condition keys for sub and aud only, so that acme ' +
        "can't be trusted by ids or by a workflow host.",
      'Write instead: repositories without ids, and no workflow host.',
      'See https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif',
      '(construct Stack/Role)',
    );
  });
});

test('a role for an organization admits its own repositories, and none of an owner that is called otherwise', () => {
  const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}[a-z0-9]$/);
  const repository = fc.stringMatching(/^[A-Za-z0-9._-]{1,12}$/);
  const id = fc.integer({ min: 1, max: 99_999 }).map(String);
  const context = fc.constantFrom(
    MAIN,
    'ref:refs/tags/v1',
    'pull_request',
    'environment:x',
    'environment:pull_request',
  );
  fc.assert(
    fc.property(
      name,
      id,
      name,
      id,
      repository,
      context,
      fc.boolean(),
      (owner, ownerId, other, otherId, repo, where, isNew) => {
        const trust = trustWith({ repositories: [GitHubReader.organization(owner, { ownerId })] });
        const isTrusted = (login: string, loginId: string) =>
          trusts(trust, token(isNew ? `${login}@${loginId}/${repo}@7` : `${login}/${repo}`, where, loginId));
        expect(isTrusted(owner, ownerId)).toBe(!where.startsWith('environment:'));
        expect(isTrusted(other, otherId)).toBe(
          owner === other && ownerId === otherId && !where.startsWith('environment:'),
        );
        // The same id can't belong to another name in the classic form, nor the same name to another id in either.
        if (other !== owner) expect(isTrusted(other, ownerId)).toBe(false);
        if (otherId !== ownerId) expect(isTrusted(owner, otherId)).toBe(false);
      },
    ),
    { numRuns: 100 },
  );
});

describe('a role for an organization with a workflow host', () => {
  const workflowHost = HOST;

  test('admits that workflow alone, whatever it runs on', () => {
    const trust = trustWith({ workflowHost });
    const byHost = { job_workflow_ref: HOST_REF };
    expect(trusts(trust, token('acme/shop', 'environment:production', '1234', byHost))).toBe(true);
    expect(trusts(trust, token('acme/shop', MAIN, '1234', { job_workflow_ref: `${HOST_REF}2` }))).toBe(false);
    expect(trusts(trust, token('beta/shop', MAIN, '9', byHost))).toBe(false);
  });

  test('admits it on the branches alone that are given', () => {
    const trust = trustWith({ workflowHost, branches: ['main'] });
    const byHost = { job_workflow_ref: HOST_REF };
    expect(trusts(trust, token('acme/shop', MAIN, '1234', byHost))).toBe(true);
    expect(trusts(trust, token('acme@1234/shop@3456', MAIN, '1234', byHost))).toBe(true);
    expect(trusts(trust, token('acme/shop', 'ref:refs/heads/x', '1234', byHost))).toBe(false);
    expect(trusts(trust, token('acme/shop', 'environment:production', '1234', byHost))).toBe(false);
    expect(trusts(trust, token('acme/shop', MAIN, '1234', { job_workflow_ref: `${HOST_REF}2` }))).toBe(false);
  });
});

describe('the branches of a role', () => {
  test.each([
    ['a repository', SHOP],
    ['an organization', ACME],
  ])('are the only ones that install, of %s', (_what, reader) => {
    const trust = trustWith({
      repositories: [reader],
      branches: ['main', 'main'],
      environments: ['production'],
    });
    for (const repository of ['acme/shop', 'acme@1234/shop@3456']) {
      const isTrusted = (context: string) => trusts(trust, token(repository, context));
      expect([MAIN, 'environment:production'].map(isTrusted)).toEqual([true, true]);
      expect(
        ['ref:refs/heads/main2', 'ref:refs/heads/a/main', 'ref:refs/tags/main', 'pull_request'].map(
          isTrusted,
        ),
      ).toEqual([false, false, false, false]);
    }
  });

  test('are named exactly, and there is one at least', () => {
    expectRefusal(
      () => stackWith({ branches: ['release/*'] }),
      "branches \"release/*\" has a wildcard, which IAM would match with other names ('*' and '?').",
      'Allowed: the exact name of a branch, without refs/ before it.',
      'See https://git-scm.com/docs/git-check-ref-format',
      '(construct Stack/Role)',
    );
    expectRefusal(
      () => stackWith({ branches: [] }),
      'branches [] is empty, so that no branch could install.',
      'Allowed: at least one.',
      '(construct Stack/Role)',
    );
  });
});
