import { Duration, Lazy } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Domain, Repository } from '../../../src';
import { expectRefusal } from '../../support/refusals';
import { ACME, newStack } from '../../support/stacks';
import { identityStatements } from '../../support/statements';

function granted(maxTokenDuration?: Duration, stack = newStack(ACME)) {
  const domain = new Domain(stack, 'Domain', { domainName: 'acme' });
  const repository = new Repository(stack, 'Repository', { domain, repositoryName: 'python' });
  const role = new Role(stack, 'Role', { assumedBy: new ServicePrincipal('codebuild.amazonaws.com') });
  repository.grantRead(role, maxTokenDuration);
  const statements = identityStatements(stack).filter(({ actions }) => actions[0].startsWith('sts:'));
  return statements.map(({ conditions }) => conditions);
}

const FOR_CODEARTIFACT = { StringEquals: { 'sts:AWSServiceName': ['codeartifact.amazonaws.com'] } };

describe('how long a token may be valid', () => {
  test('is left to CodeArtifact, unless it is said', () => {
    expect(granted()).toEqual([FOR_CODEARTIFACT]);
  });

  test('is held at both ends, since 0 stands for a whole session', () => {
    expect(granted(Duration.hours(1))).toEqual([
      {
        ...FOR_CODEARTIFACT,
        NumericGreaterThanEqualsIfExists: { 'sts:DurationSeconds': ['900'] },
        NumericLessThanEqualsIfExists: { 'sts:DurationSeconds': ['3600'] },
      },
    ]);
  });

  test.each([Duration.minutes(15), Duration.hours(12)])('may be %s', (duration) => {
    expect(granted(duration)).toHaveLength(1);
  });

  test('may be known to deployment only', () => {
    const stack = newStack(ACME);
    const seconds = Duration.seconds(Lazy.number({ produce: () => 1800 }));
    const [{ NumericLessThanEqualsIfExists: atMost }] = granted(seconds, stack);
    expect(atMost).toEqual({ 'sts:DurationSeconds': ['1800'] });
  });

  test.each([
    [Duration.minutes(14), '14 minutes'],
    [Duration.hours(13), '13 hours'],
    [Duration.millis(900_500), '15 minutes 500 millis'],
  ])('is refused where CodeArtifact gives no such token: %s', (duration, given) => {
    expectRefusal(
      () => granted(duration),
      `maxTokenDuration "${given}" is not a time that CodeArtifact gives a token for. Allowed: full seconds, from 15 ` +
        'minutes to 12 hours. See https://docs.aws.amazon.com/codeartifact/latest/ug/tokens-authentication.html ' +
        '(construct Stack/Repository)',
    );
  });
});
