import { Annotations } from 'aws-cdk-lib';
import { AccountPrincipal } from 'aws-cdk-lib/aws-iam';
import { Domain, Repository } from '../../src';
import { ACME, newStack } from '../support/stacks';
import { warningsOf } from '../support/warnings';

const ARN = 'arn:aws:codeartifact:us-east-1:111111111111';

describe('the policy of an imported domain or repository', () => {
  test('stays as it is, and each says so once', () => {
    const stack = newStack(ACME);
    const repository = Repository.fromRepositoryArn(stack, 'Repository', `${ARN}:repository/acme/python`);
    repository.grantRead(new AccountPrincipal('222222222222'));
    repository.grantRead(new AccountPrincipal('333333333333'));
    const text = (kind: string) =>
      `The policy of an imported ${kind} is not changed. Where the principal is of another account, ` +
      `add the statement in the stack that owns the ${kind}. ` +
      `[ack: cdk-python-artifact-pipeline:imported-${kind}-policy]`;
    expect(warningsOf(stack).filter((warning) => warning.includes('imported-'))).toEqual([
      `/Stack/Repository: ${text('repository')}`,
      `/Stack/Repository/Domain: ${text('domain')}`,
    ]);
  });

  test('is a warning that can be acknowledged', () => {
    const stack = newStack(ACME);
    const domain = Domain.fromDomainArn(stack, 'Domain', `${ARN}:domain/acme`);
    domain.grant(new AccountPrincipal('222222222222'), 'codeartifact:DescribeDomain');
    Annotations.of(stack).acknowledgeWarning(
      'cdk-python-artifact-pipeline:imported-domain-policy',
      'done there',
    );
    expect(warningsOf(stack)).toEqual([]);
  });
});
