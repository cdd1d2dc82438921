import { ArnPrincipal, type IGrantable, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Domain, Repository } from '../../../src';
import { bearerToken } from '../../../src/codeartifact/policy/bearer-token';
import { grantPermissions } from '../../../src/codeartifact/policy/permission';
import { deploy } from '../../support/deployed';
import { ACME, newStack } from '../../support/stacks';
import { identityStatements, statementsIn } from '../../support/statements';
import { warningsOf } from '../../support/warnings';

describe('the bearer token', () => {
  test('is granted on every resource, since STS knows none, and for CodeArtifact only', () => {
    const stack = newStack(ACME);
    const role = new Role(stack, 'Role', { assumedBy: new ServicePrincipal('codebuild.amazonaws.com') });
    grantPermissions(stack, role, [bearerToken(stack)]).assertSuccess();
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

  test('never stands in a resource policy, where STS does not look', () => {
    const stack = newStack(ACME);
    const domain = new Domain(stack, 'Domain', { domainName: 'acme' });
    const repository = new Repository(stack, 'Repository', { domain, repositoryName: 'python' });
    const outside: IGrantable = new ArnPrincipal('arn:aws:iam::222222222222:role/ci');
    repository.grantRead(outside);
    repository.grantPublish(outside);
    const resources = deploy(stack);
    for (const type of ['AWS::CodeArtifact::Domain', 'AWS::CodeArtifact::Repository']) {
      const actions = statementsIn(resources, type).flatMap((statement) => statement.actions);
      expect(actions.filter((action) => !action.startsWith('codeartifact:'))).toEqual([]);
      expect(actions).not.toEqual([]);
    }
  });
});
