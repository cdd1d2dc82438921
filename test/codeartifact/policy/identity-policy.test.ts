import { Annotations, App, Aws, Stack } from 'aws-cdk-lib';
import {
  AccountPrincipal,
  AccountRootPrincipal,
  type IGrantable,
  type IPrincipal,
  OrganizationPrincipal,
  Role,
  ServicePrincipal,
  User,
} from 'aws-cdk-lib/aws-iam';
import { Domain, Repository } from '../../../src';
import { notesOf } from '../../support/notes';
import { ACME, newStack } from '../../support/stacks';
import { identityStatements, type Statement, statementsOf } from '../../support/statements';
import { warningsOf } from '../../support/warnings';

const LEFT = 'cdk-python-artifact-pipeline:identity-policy-left-to-do';
const UNCHANGED = 'cdk-python-artifact-pipeline:identity-policy-unchanged';
const CI = 'arn:aws:iam::222222222222:role/ci';

function repositoryIn(stack: Stack): Repository {
  const domain = new Domain(stack, 'Domain', { domainName: 'acme' });
  return new Repository(stack, 'Repository', { domain, repositoryName: 'python' });
}

/** A message without its policy, and the statements of that. */
function parts(message: string): { text: string; statements: Statement[] } {
  const [, before, policy, after] = /^(.*?)(\{"Version".*\})( \[ack.*)$/.exec(message) ?? [];
  return { text: `${before}…${after}`, statements: statementsOf(JSON.parse(policy)) };
}

/** What a role of the same app is given, which is what a person has to give to one of another. */
function givenToRole(grant: (repository: Repository, grantee: IGrantable) => unknown): Statement[] {
  const stack = newStack(ACME);
  grant(repositoryIn(stack), new Role(stack, 'Role', { assumedBy: new AccountRootPrincipal() }));
  return identityStatements(stack);
}

const GRANTS: [string, (repository: Repository, grantee: IGrantable) => unknown][] = [
  ['reading', (repository, grantee) => repository.grantRead(grantee)],
  ['publishing', (repository, grantee) => repository.grantPublish(grantee, ['acme-*', 'orders-sdk'])],
  ['actions', (repository, grantee) => repository.grant(grantee, 'codeartifact:DeletePackageVersions')],
  ['a status', (repository, grantee) => repository.grantUpdateStatus(grantee, ['acme-*'])],
  ['disposing', (repository, grantee) => repository.grantDispose(grantee)],
  ['a token', (repository, grantee) => repository.domain.grantAuthorizationToken(grantee)],
  ['actions on a domain', ({ domain }, grantee) => domain.grant(grantee, 'codeartifact:DescribeDomain')],
];

describe.each(GRANTS)('what is left to do of %s', (_kind, grant) => {
  test.each<[string, (stack: Stack) => IGrantable]>([
    ['an account', () => new AccountPrincipal('222222222222')],
    ['a role of another account', (stack) => Role.fromRoleArn(stack, 'Ci', CI)],
    ['a user of another account', (stack) => User.fromUserArn(stack, 'U', CI.replace('role', 'user'))],
    ['an organization', () => new OrganizationPrincipal('o-a1b2c3d4e5')],
  ])('for %s is the whole policy that a role of the app is given, as JSON', (_who, grantee) => {
    const stack = newStack(ACME);
    grant(repositoryIn(stack), grantee(stack));
    const [message, ...more] = warningsOf(stack);
    expect(more).toEqual([]);
    expect(message).toContain(`[ack: ${LEFT}]`);
    expect(parts(message).statements).toEqual(givenToRole(grant));
  });

  test.each<[string, (stack: Stack) => IGrantable]>([
    ['a role without policy updates', (stack) => roleIn(stack).withoutPolicyUpdates()],
    ['an immutable role', (stack) => Role.fromRoleArn(stack, 'Ci', ROLE, { mutable: false })],
  ])('for %s is a note with the whole policy, and no warning', (_who, grantee) => {
    const stack = newStack(ACME);
    grant(repositoryIn(stack), grantee(stack));
    expect(warningsOf(stack)).toEqual([]);
    const [message, ...more] = notesOf(stack);
    expect(more).toEqual([]);
    expect(message).toContain(`[ack: ${UNCHANGED}]`);
    expect(parts(message).statements).toEqual(givenToRole(grant));
  });

  test.each<[string, (stack: Stack) => IGrantable]>([
    ['a role', roleIn],
    ['a role that is imported', (stack) => Role.fromRoleArn(stack, 'Ci', ROLE)],
    ['a user', (stack) => new User(stack, 'User')],
  ])('for %s of this app is nothing', (_who, grantee) => {
    const stack = newStack(ACME);
    grant(repositoryIn(stack), grantee(stack));
    expect([...warningsOf(stack), ...notesOf(stack)]).toEqual([]);
  });
});

const ROLE = 'arn:aws:iam::111111111111:role/ci';

function roleIn(stack: Stack): Role {
  return new Role(stack, 'Role', { assumedBy: new AccountRootPrincipal() });
}

describe('a principal whose policies are not of this app', () => {
  test.each<[string, IPrincipal, string]>([
    ['an account', new AccountPrincipal('222222222222'), 'a principal of account 222222222222'],
    ['an organization', new OrganizationPrincipal('o-a1b2c3d4e5'), 'a principal'],
    ['an account that only deployment knows', new AccountPrincipal(Aws.ACCOUNT_ID), 'a principal'],
  ])('is warned of as %s, with what is left to do', (_kind, principal, whose) => {
    const stack = newStack(ACME);
    repositoryIn(stack).grantRead(principal);
    expect(warningsOf(stack).map((message) => parts(message).text)).toEqual([
      `/Stack/Repository: A grant to ${whose} whose policies are not of this app is one half. The other is an ` +
        `identity policy in the account of the principal: … [ack: ${LEFT}]`,
    ]);
  });

  test('is warned of once for the same grant, until that is acknowledged', () => {
    const stack = newStack(ACME);
    const repository = repositoryIn(stack);
    const account = new AccountPrincipal('222222222222');
    repository.grantRead(account);
    repository.grantRead(account);
    repository.domain.grantAuthorizationToken(account);
    expect(warningsOf(stack).map((warning) => warning.split(':')[0])).toEqual([
      '/Stack/Domain',
      '/Stack/Repository',
    ]);
    Annotations.of(stack).acknowledgeWarning(LEFT, 'done there');
    expect(warningsOf(stack)).toEqual([]);
  });
});

describe('a role that CDK was told to leave alone', () => {
  test('is noted with its path, and the note can be acknowledged', () => {
    const stack = newStack(ACME);
    repositoryIn(stack).grantRead(Role.fromRoleArn(stack, 'Ci', ROLE, { mutable: false }));
    expect(notesOf(stack).map((message) => parts(message).text)).toEqual([
      '/Stack/Repository: A grant to Stack/Ci changes none of its policies, as CDK was told. Where they do not ' +
        `allow it already, add to them: … [ack: ${UNCHANGED}]`,
    ]);
    Annotations.of(stack).acknowledgeInfo(UNCHANGED, 'done by hand');
    expect(notesOf(stack)).toEqual([]);
  });

  test('is noted also where the resource policies of another account do change', () => {
    const app = new App();
    const stack = new Stack(app, 'Stack', { env: ACME });
    const other = new Stack(app, 'Other', { env: { ...ACME, account: '222222222222' } });
    const role = new Role(other, 'Role', { roleName: 'ci', assumedBy: new AccountRootPrincipal() });
    repositoryIn(stack).grant(role.withoutPolicyUpdates(), 'codeartifact:DescribeRepository');
    expect(notesOf(stack)).toHaveLength(1);
    expect(identityStatements(other)).toEqual([]);
  });
});

describe('a service', () => {
  const service = new ServicePrincipal('codebuild.amazonaws.com');

  test.each([
    GRANTS[0],
    GRANTS[1],
    GRANTS[5],
  ])('is told to be granted to by its role, for %s', (_kind, grant) => {
    const stack = newStack(ACME);
    grant(repositoryIn(stack), service);
    const [message, ...more] = warningsOf(stack);
    expect(more).toEqual([]);
    expect(parts(message).text.replace(/^\S+ /, '')).toBe(
      'A grant to the service codebuild.amazonaws.com lets nobody log in, since a service has no identity policy. ' +
        'Grant to the role that the service assumes instead. This is what such a role is allowed then: … ' +
        `[ack: ${LEFT}]`,
    );
    expect(parts(message).statements).toEqual(givenToRole(grant));
  });

  test('needs no more than a resource policy where nobody logs in', () => {
    const stack = newStack(ACME);
    repositoryIn(stack).grant(service, 'codeartifact:DescribeRepository');
    expect([...warningsOf(stack), ...notesOf(stack)]).toEqual([]);
  });
});
