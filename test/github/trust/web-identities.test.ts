import { Annotations } from 'aws-cdk-lib';
import { Role } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { GitHubIssuer, GitHubOidcProvider } from '../../../src';
import type { GitHubIdentity } from '../../../src/github/identity/identity';
import { warnOfMissingIds, warnOfSharedIds, webIdentities } from '../../../src/github/trust/web-identities';
import { newStack } from '../../support/stacks';
import { tokenText } from '../../support/tokens';
import { trustOf } from '../../support/trust';
import { warningsOf } from '../../support/warnings';

function identity(name: string, claims = {}, lacksId = false): GitHubIdentity {
  return { name, subjects: [`repo:${name}`], claims, lacksId };
}

test('web identities have a statement for each of the conditions', () => {
  const stack = newStack();
  const provider = GitHubOidcProvider.fromAccount(stack, 'Provider');
  const conditions = ['1', '2'].map((value) => ({ StringEquals: { key: value } }));
  new Role(stack, 'Role', { assumedBy: webIdentities(provider, conditions) });
  expect(trustOf(stack)).toEqual(
    ['1', '2'].map((value) => ({
      effect: 'Allow',
      principal: {
        Federated: ['arn:aws:iam::111111111111:oidc-provider/token.actions.githubusercontent.com'],
      },
      actions: ['sts:AssumeRoleWithWebIdentity'],
      resources: [],
      conditions: { StringEquals: { key: [value] } },
    })),
  );
});

describe('the warning of missing ids', () => {
  const ID = 'cdk-python-artifact-pipeline:repository-without-ids';
  const command = (...names: string[]) => ['npx cdk-python-artifact-pipeline ids', ...names].join(' ');
  const warningsFor = (identities: GitHubIdentity[], issuer = GitHubIssuer.githubCom()) => {
    const stack = newStack();
    warnOfMissingIds(stack, issuer, identities);
    return warningsOf(stack);
  };

  test('names those without ids, with the commands that print them', () => {
    const identities = [identity('acme/a'), identity('acme/b', { repository_id: '1' }), identity('acme/c')];
    expect(warningsFor(identities)).toEqual([
      '/Stack: Repositories without ids: whoever takes over an abandoned name is trusted, and a repository ' +
        'created, renamed or transferred after 15 July 2026 is not. Give ownerId and repositoryId, as printed ' +
        `by: ${command('acme/a', 'acme/c')} [ack: ${ID}]`,
    ]);
  });

  test('shows no token, and a command once', () => {
    const [warning] = warningsFor([identity(tokenText()), identity(`acme/${tokenText()}`)]);
    expect(warning).toMatch(/printed by: npx cdk-python-artifact-pipeline ids OWNER\/REPO \[ack/);
  });

  test('is not given where all have ids, and for a GitHub that has none in its subjects', () => {
    expect(warningsFor([identity('acme/a', { repository_id: '1' })])).toEqual([]);
    expect(warningsFor([identity('acme/a')], GitHubIssuer.enterpriseServer('github.acme.example'))).toEqual(
      [],
    );
  });

  test('names those with one id, whose immutable subject can not be known', () => {
    const identities = [
      identity('acme/a', { repository_owner_id: '1' }, true),
      identity('acme/b', { repository_id: '1' }),
    ];
    expect(warningsFor(identities)).toEqual([
      '/Stack: Repositories with one of their ids: one created, renamed or transferred after 15 July 2026 is not ' +
        'trusted, since both ids stand in its subject. Give ownerId and repositoryId, as printed by: ' +
        `${command('acme/a')} [ack: cdk-python-artifact-pipeline:repository-without-both-ids]`,
    ]);
  });

  test('can be acknowledged', () => {
    const stack = newStack();
    warnOfMissingIds(stack, GitHubIssuer.githubCom(), [identity('acme/a')]);
    Annotations.of(stack).acknowledgeWarning(ID, 'until we migrate');
    expect(warningsOf(stack)).toEqual([]);
  });
});

describe('the warning of an id that two names share', () => {
  const warningsFor = (...identities: GitHubIdentity[]) => {
    const stack = newStack();
    warnOfSharedIds(stack, GitHubIssuer.githubCom(), identities);
    return warningsOf(stack);
  };
  const withId = (name: string, repository_id: string) => identity(name, { repository_id });

  test('says when it is right, and how to get the ids where it is not', () => {
    expect(warningsFor(withId('acme/a', '5'), withId('acme/c', '6'), withId('acme/b', '5'))).toEqual([
      '/Stack: acme/a and acme/b are given one repositoryId, 5, and a repository has an id of its own. It is right ' +
        'only while a repository is renamed; then remove the old name. Else give each its own, as printed by: ' +
        'npx cdk-python-artifact-pipeline ids acme/a acme/b [ack: cdk-python-artifact-pipeline:repository-id-shared]',
    ]);
  });

  test('is given for each id, and for a repository that moves to another owner', () => {
    const identities = [
      withId('acme/a', '5'),
      withId('labs/a', '5'),
      withId('acme/b', '6'),
      withId('acme/c', '6'),
    ];
    expect(warningsFor(...identities)).toEqual([
      expect.stringContaining('acme/a and labs/a are given one repositoryId, 5'),
      expect.stringContaining('acme/b and acme/c are given one repositoryId, 6'),
    ]);
  });

  test('is given to the second role, where the id was copied with it', () => {
    const stack = newStack();
    const [first, second] = ['First', 'Second'].map((id) => new Construct(stack, id));
    warnOfSharedIds(first, GitHubIssuer.githubCom(), [withId('acme/a', '5')]);
    warnOfSharedIds(second, GitHubIssuer.githubCom(), [withId('acme/b', '5'), withId('acme/c', '6')]);
    expect(warningsOf(stack)).toEqual([
      expect.stringMatching(/^\/Stack\/Second: acme\/a and acme\/b are given one repositoryId, 5,/),
    ]);
  });

  test('is not given for one repository in two roles, and for equal ids of two servers', () => {
    const stack = newStack();
    warnOfSharedIds(stack, GitHubIssuer.githubCom(), [withId('acme/a', '5')]);
    warnOfSharedIds(stack, GitHubIssuer.githubCom(), [withId('Acme/A', '5')]);
    warnOfSharedIds(stack, GitHubIssuer.gheCom('acme'), [withId('acme/b', '5')]);
    expect(warningsOf(stack)).toEqual([]);
  });

  test('is not given for one owner, without ids, and for what only deployment knows', () => {
    const owned = (name: string) => identity(name, { repository_owner_id: '1' });
    const token = tokenText();
    expect(warningsFor(owned('acme/a'), owned('acme/b'), identity('acme/c'), identity('acme/d'))).toEqual([]);
    expect(warningsFor(withId('acme/a', token), withId('acme/b', token))).toEqual([]);
    expect(warningsFor(withId('acme/a', '5'), withId(`acme/${token}`, '5'))).toEqual([]);
  });
});
