import { Annotations } from 'aws-cdk-lib';
import { Domain } from '../../../src';
import { newStack } from '../../support/stacks';
import { warningsOf } from '../../support/warnings';

const ID = 'cdk-python-artifact-pipeline:region-without-codeartifact';

function stackIn(region?: string) {
  const stack = newStack({ region });
  new Domain(stack, 'Domain', { domainName: 'acme' });
  return stack;
}

describe('a Region', () => {
  test.each([undefined, 'us-east-1', 'eu-south-1', 'ap-southeast-2'])('has CodeArtifact: %p', (region) => {
    expect(warningsOf(stackIn(region))).toEqual([]);
  });

  test.each(['ca-central-1', 'us-west-1', 'us-gov-west-1', 'cn-north-1'])('has none: %p', (region) => {
    expect(warningsOf(stackIn(region))).toEqual([
      `/Stack/Domain: CodeArtifact is not known to be in ${region}. It is in ap-northeast-1, ap-south-1, ` +
        'ap-southeast-1, ap-southeast-2, eu-central-1, eu-north-1, eu-south-1, eu-west-1, eu-west-2, eu-west-3, ' +
        `us-east-1, us-east-2, us-west-2. See https://docs.aws.amazon.com/general/latest/gr/codeartifact.html [ack: ${ID}]`,
    ]);
  });

  test('that is new may be acknowledged', () => {
    const stack = stackIn('ca-central-1');
    Annotations.of(stack).acknowledgeWarning(ID, 'CodeArtifact has come there');
    expect(warningsOf(stack)).toEqual([]);
  });
});
