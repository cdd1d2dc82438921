import { Annotations, App, Stack, Stage } from 'aws-cdk-lib';
import { Vpc } from 'aws-cdk-lib/aws-ec2';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import { awaitsLookup, firstWithError } from '../../../src/workflow/checkout/app-state';

const env = { account: '111111111111', region: 'eu-west-1' };

describe('an app awaits a lookup', () => {
  // This reads what the CDK keeps to itself: a newer one that has another name for it fails here.
  test.each<[string, (stack: Stack) => unknown]>([
    ['of a parameter', (stack) => StringParameter.valueFromLookup(stack, 'domain')],
    ['of a parameter with a default', (stack) => StringParameter.valueFromLookup(stack, 'domain', 'acme')],
    ['of a VPC, whose ids look real', (stack) => Vpc.fromLookup(stack, 'Vpc', { isDefault: true })],
    ['of the zones of a Region', (stack) => stack.availabilityZones],
  ])('%s', (_, lookUp) => {
    const app = new App();
    const stack = new Stack(new Stage(app, 'Prod'), 'Acme', { env });
    expect(awaitsLookup(app)).toBe(false);
    lookUp(stack);
    expect(awaitsLookup(app)).toBe(true);
  });

  test('and no more when the CDK CLI has put it into the context', () => {
    const context = { 'ssm:account=111111111111:parameterName=domain:region=eu-west-1': 'acme' };
    const app = new App({ context });
    expect(StringParameter.valueFromLookup(new Stack(app, 'Acme', { env }), 'domain')).toBe('acme');
    expect(awaitsLookup(app)).toBe(false);
  });
});

test('the first construct with an error, warnings and notes being none', () => {
  const app = new App();
  const [first, second] = ['dev', 'prod'].map((name) => new Stack(new Stage(app, name), 'Acme'));
  Annotations.of(first).addWarningV2('a', 'a');
  Annotations.of(first).addInfoV2('b', 'b');
  expect(firstWithError(app)).toBeUndefined();
  Annotations.of(second).addError('c');
  expect(firstWithError(app)).toBe(second);
});
