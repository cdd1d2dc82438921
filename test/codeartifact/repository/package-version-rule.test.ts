import { App, Aws, Stack } from 'aws-cdk-lib';
import { Rule, type RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { Domain, Repository } from '../../../src';
import { deploy } from '../../support/deployed';
import { expectRefusal } from '../../support/refusals';
import { ACME, newStack } from '../../support/stacks';
import { only } from '../../support/statements';

const RULE = 'AWS::Events::Rule';
const ARN = 'arn:aws:codeartifact:us-east-1:222222222222:repository/acme/python';
const TOPIC = 'arn:aws:sns:us-east-1:111111111111:releases';

/** As the user guide has it for an npm package. */
const pattern = (domainOwner: string) => ({
  source: ['aws.codeartifact'],
  'detail-type': ['CodeArtifact Package Version State Change'],
  detail: { domainName: ['acme'], domainOwner: [domainOwner], repositoryName: ['python'] },
});

function repositoryIn(stack: Stack): Repository {
  const domain = new Domain(stack, 'Domain', { domainName: 'acme' });
  return new Repository(stack, 'Repository', { domain, repositoryName: 'python' });
}

describe('a rule for the versions of packages', () => {
  test.each([ACME, undefined])('hears what happens in a new repository, and in no other: %p', (env) => {
    const stack = newStack(env);
    const rule = repositoryIn(stack).onPackageVersionStateChange('Released');
    expect(rule).toBeInstanceOf(Rule);
    expect(rule.node.path).toBe('Stack/Repository/Released');
    expect(only(deploy(stack), RULE).properties).toEqual({
      EventPattern: pattern('111111111111'),
      State: 'ENABLED',
    });
  });

  test('hears that of an imported repository, also of a domain of another account', () => {
    const stack = newStack(ACME);
    Repository.fromRepositoryArn(stack, 'Repository', ARN).onPackageVersionStateChange('Released');
    expect(only(deploy(stack), RULE).properties.EventPattern).toEqual(pattern('222222222222'));
  });

  test('hears events of every type, where that is asked for', () => {
    const stack = newStack(ACME);
    repositoryIn(stack).onEvent('Anything');
    const { source, detail } = pattern('111111111111');
    expect(only(deploy(stack), RULE).properties.EventPattern).toEqual({ source, detail });
  });

  test('takes a target, a name, a description and a narrower pattern, as rules of other constructs do', () => {
    const stack = newStack(ACME);
    const target = { bind: () => ({ arn: TOPIC, input: undefined as RuleTargetInput | undefined }) };
    repositoryIn(stack).onPackageVersionStateChange('Released', {
      target,
      ruleName: 'released',
      description: 'Says what is new',
      eventPattern: { detail: { packageFormat: ['pypi'], packageVersionState: ['Published'] } },
    });
    const { detail, ...rest } = pattern('111111111111');
    expect(only(deploy(stack), RULE).properties).toMatchObject({
      Name: 'released',
      Description: 'Says what is new',
      EventPattern: {
        ...rest,
        detail: { ...detail, packageFormat: ['pypi'], packageVersionState: ['Published'] },
      },
      Targets: [{ Arn: TOPIC, Id: 'Target0' }],
    });
  });

  test('is refused in a stack of another Region, where events are not heard', () => {
    const stack = newStack({ ...ACME, region: 'eu-west-1' });
    const repository = Repository.fromRepositoryArn(stack, 'Repository', ARN);
    expectRefusal(
      () => repository.onPackageVersionStateChange('Released'),
      'repository "Stack/Repository" is in us-east-1, and a rule of this stack hears the events of eu-west-1.',
      'Write instead: a stack in us-east-1 with this repository and the rule.',
      'See https://docs.aws.amazon.com/codeartifact/latest/ug/service-event-format-example.html',
      '(construct Stack/Repository)',
    );
  });

  test('is accepted where only deployment knows the Region', () => {
    const stack = new Stack(new App(), 'Stack', { env: { region: Aws.REGION } });
    const repository = Repository.fromRepositoryArn(stack, 'Repository', ARN);
    expect(() => repository.onPackageVersionStateChange('Released')).not.toThrow();
  });
});
