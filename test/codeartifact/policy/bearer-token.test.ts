import { Annotations, Aws } from 'aws-cdk-lib';
import {
  AccountPrincipal,
  type IPrincipal,
  OrganizationPrincipal,
  Role,
  ServicePrincipal,
} from 'aws-cdk-lib/aws-iam';
import { Domain, Repository } from '../../../src';
import { grantBearerToken } from '../../../src/codeartifact/policy/bearer-token';
import { ACME, newStack } from '../../support/stacks';
import { identityStatements } from '../../support/statements';
import { warningsOf } from '../../support/warnings';

const ID = 'cdk-python-artifact-pipeline:identity-policy-left-to-do';

describe('the bearer token', () => {
  test('is granted on every resource, since STS knows none, and for CodeArtifact only', () => {
    const stack = newStack(ACME);
    const role = new Role(stack, 'Role', { assumedBy: new ServicePrincipal('codebuild.amazonaws.com') });
    grantBearerToken(stack, role).assertSuccess();
    expect(identityStatements(stack)).toEqual([
      {
        effect: 'Allow',
        actions: ['sts:GetServiceBearerToken'],
        resources: ['*'],
        conditions: { StringEquals: { 'sts:AWSServiceName': ['codeartifact.amazonaws.com'] } },
      },
    ]);
    expect(warningsOf(stack)).toEqual([]);
  });

  test.each<[string, IPrincipal, string]>([
    ['an account', new AccountPrincipal('222222222222'), 'a principal of account 222222222222'],
    ['an organization', new OrganizationPrincipal('o-a1b2c3d4e5'), 'a principal'],
    ['an account that only deployment knows', new AccountPrincipal(Aws.ACCOUNT_ID), 'a principal'],
  ])('can not be granted to %s, and a warning says what is left to do', (_kind, principal, whose) => {
    const stack = newStack(ACME);
    expect(grantBearerToken(stack, principal).success).toBe(false);
    expect(warningsOf(stack)).toEqual([
      `/Stack: A grant to ${whose} whose policies are not of this app is one half. The other is an identity ` +
        'policy in the account of the principal that allows the same actions on the same resources, and ' +
        "sts:GetServiceBearerToken on '*' where sts:AWSServiceName is codeartifact.amazonaws.com. " +
        `[ack: ${ID}]`,
    ]);
  });

  test('is spoken of by the resource that is granted, once, until it is acknowledged', () => {
    const stack = newStack(ACME);
    const domain = new Domain(stack, 'Domain', { domainName: 'acme' });
    const repository = new Repository(stack, 'Repository', { domain, repositoryName: 'python' });
    const account = new AccountPrincipal('222222222222');
    repository.grantRead(account);
    repository.grantRead(account);
    repository.grantPublish(account);
    expect(warningsOf(stack).map((warning) => warning.split(':')[0])).toEqual([
      '/Stack/Domain',
      '/Stack/Repository',
    ]);
    Annotations.of(stack).acknowledgeWarning(ID, 'done there');
    expect(warningsOf(stack)).toEqual([]);
  });
});
