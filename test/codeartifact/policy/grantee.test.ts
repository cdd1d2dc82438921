import { App, Stack } from 'aws-cdk-lib';
import {
  AccountPrincipal,
  AccountRootPrincipal,
  AnyPrincipal,
  ArnPrincipal,
  type IGrantable,
  OrganizationPrincipal,
  Role,
  StarPrincipal,
  User,
} from 'aws-cdk-lib/aws-iam';
import { Domain, Repository } from '../../../src';
import { deploy } from '../../support/deployed';
import { expectRefusal } from '../../support/refusals';
import { ACME, newStack } from '../../support/stacks';
import { statementsIn } from '../../support/statements';
import { warningsOf } from '../../support/warnings';

const ID = 'cdk-python-artifact-pipeline:identity-policy-left-to-do';
const ROLE = 'arn:aws:iam::222222222222:role/ci';

function repositoryIn(stack: Stack): Repository {
  const domain = new Domain(stack, 'Domain', { domainName: 'acme' });
  return new Repository(stack, 'Repository', { domain, repositoryName: 'python' });
}

/** The warning without the policy at its end, which identity-policy.test.ts is about. */
function shortWarnings(stack: Stack): string[] {
  return warningsOf(stack).map((text) => text.replace(/ \{"Version".*\}(?= \[ack)/, ''));
}

function warning(resource: string, firstHalf: string): string {
  return (
    `/Stack/${resource}: ${firstHalf} The other is an identity policy in ` +
    `the account of the principal: [ack: ${ID}]`
  );
}

describe('everyone', () => {
  const refusal = (path: string) => [
    'grantee "*" is everyone who has an AWS account.',
    'Allowed: principals with a name, and organizations.',
    "Write instead: new OrganizationPrincipal('o-...') of aws-cdk-lib/aws-iam, or organizationIds.",
    `(construct ${path})`,
  ];

  test.each<[string, IGrantable]>([
    ['AnyPrincipal', new AnyPrincipal()],
    ['StarPrincipal', new StarPrincipal()],
    ['an ARN', new ArnPrincipal('*')],
  ])('is no grantee, as %s', (_kind, everyone) => {
    const repository = repositoryIn(newStack(ACME));
    expectRefusal(() => repository.grantRead(everyone), ...refusal('Stack/Repository'));
    expectRefusal(() => repository.grantPublish(everyone), ...refusal('Stack/Repository'));
    expectRefusal(() => repository.domain.grantAuthorizationToken(everyone), ...refusal('Stack/Domain'));
  });

  test('of an organization is a grantee', () => {
    const repository = repositoryIn(newStack(ACME));
    expect(() => repository.grantRead(new OrganizationPrincipal('o-a1b2c3d4e5'))).not.toThrow();
  });
});

describe('a grantee of another account', () => {
  const inOtherAccount = (path: string) =>
    `A grant to ${path}, which is of account 222222222222, is one half: its stack is in account 111111111111, ` +
    'and a policy that CDK makes for it there does not reach it.';

  test('is let in by both resource policies, and a warning says that it has no identity policy', () => {
    const stack = newStack(ACME);
    repositoryIn(stack).grantRead(Role.fromRoleArn(stack, 'Ci', ROLE));
    const resources = deploy(stack);
    const principal = { AWS: [ROLE] };
    for (const type of ['AWS::CodeArtifact::Domain', 'AWS::CodeArtifact::Repository']) {
      expect(statementsIn(resources, type)).toContainEqual(expect.objectContaining({ principal }));
    }
    expect(resources.filter(({ type }) => type === 'AWS::IAM::Policy')).toEqual([]);
    expect(shortWarnings(stack)).toEqual([warning('Repository', inOtherAccount('Stack/Ci'))]);
  });

  test('is warned of by the repository where it publishes', () => {
    const stack = newStack(ACME);
    repositoryIn(stack).grantPublish(Role.fromRoleArn(stack, 'Ci', ROLE));
    expect(shortWarnings(stack)).toEqual([warning('Repository', inOtherAccount('Stack/Ci'))]);
  });

  test('is warned of also as a user, for whom CDK makes a policy in the wrong account', () => {
    const stack = newStack(ACME);
    repositoryIn(stack).grantRead(User.fromUserArn(stack, 'User', 'arn:aws:iam::222222222222:user/ci'));
    expect(shortWarnings(stack)).toEqual([warning('Repository', inOtherAccount('Stack/User'))]);
  });

  test('is warned of in a stack that does not say its account', () => {
    const stack = newStack();
    repositoryIn(stack).grantRead(Role.fromRoleArn(stack, 'Ci', ROLE));
    expect(shortWarnings(stack)).toEqual([
      warning(
        'Repository',
        'A grant to Stack/Ci, which is of account 222222222222, is one half: its stack does not say that it is ' +
          'in that account, and a policy that CDK makes for it there does not reach it. Give the stack an env.',
      ),
    ]);
  });

  test('is not warned of where it is made in a stack of that account', () => {
    const app = new App();
    const stack = new Stack(app, 'Stack', { env: ACME });
    const other = new Stack(app, 'Other', { env: { ...ACME, account: '222222222222' } });
    const role = new Role(other, 'Role', { roleName: 'ci', assumedBy: new AccountRootPrincipal() });
    repositoryIn(stack).grantRead(role);
    expect(warningsOf(stack)).toEqual([]);
    expect(warningsOf(other)).toEqual([]);
  });
});

test('an imported role of the account of its stack is not warned of', () => {
  const stack = newStack(ACME);
  repositoryIn(stack).grantRead(Role.fromRoleArn(stack, 'Ci', 'arn:aws:iam::111111111111:role/ci'));
  repositoryIn(newStack()).grantRead(Role.fromRoleName(stack, 'Name', 'ci'));
  expect(warningsOf(stack)).toEqual([]);
});

test('an account is warned of as one whose policies are not of this app', () => {
  const stack = newStack(ACME);
  repositoryIn(stack).grantRead(new AccountPrincipal('222222222222'));
  expect(shortWarnings(stack)).toEqual([
    warning(
      'Repository',
      'A grant to a principal of account 222222222222 whose policies are not of this app is one half.',
    ),
  ]);
});
