import { audiencesOf, stsAudiences } from '../../../src/github/provider/audience';
import { expectRefusal } from '../../support/refusals';
import { newStack } from '../../support/stacks';
import { tokenText } from '../../support/tokens';

test.each([
  [undefined, ['sts.amazonaws.com']],
  ['us-east-1', ['sts.amazonaws.com']],
  ['us-gov-west-1', ['sts.amazonaws.com']],
  ['cn-north-1', ['sts.amazonaws.com', 'sts.amazonaws.com.cn']],
  ['cn-northwest-1', ['sts.amazonaws.com', 'sts.amazonaws.com.cn']],
])('the audiences in the Region %p are %p', (region, audiences) => {
  expect(stsAudiences(newStack({ region }))).toEqual(audiences);
});

describe('the audiences of a provider', () => {
  const SEE = 'See https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateOpenIDConnectProvider.html';
  const audiences = (additional?: string[]) => audiencesOf('Stack/GitHub', newStack(), additional);

  test('are those of AWS STS, and further ones behind them, each once', () => {
    expect(audiences()).toEqual(['sts.amazonaws.com']);
    expect(audiences(['https://github.com/acme', 'sts.amazonaws.com', 'a', 'a'])).toEqual([
      'sts.amazonaws.com',
      'https://github.com/acme',
      'a',
    ]);
  });

  test('may be left to deployment', () => {
    const token = tokenText();
    expect(audiences([token])).toEqual(['sts.amazonaws.com', token]);
  });

  test.each(['', 'a'.repeat(256)])('may not be %j, which IAM would refuse', (given) => {
    expectRefusal(
      () => audiences([given]),
      `additionalAudiences ${JSON.stringify(given)} has ${given.length} characters.`,
      'Allowed: 1 to 255 characters.',
      SEE,
      '(construct Stack/GitHub)',
    );
  });

  test('are 100 at the most', () => {
    const ninetyNine = Array.from({ length: 99 }, (_, index) => `audience-${index}`);
    expect(audiences([...ninetyNine, 'sts.amazonaws.com', 'audience-1'])).toHaveLength(100);
    expect(audiences(['a'.repeat(255)])).toHaveLength(2);
    expectRefusal(
      () => audiences([...ninetyNine, 'one-more']),
      'additionalAudiences 100 makes 101 audiences together with those of AWS STS.',
      'Allowed: 100 in all.',
      SEE,
      '(construct Stack/GitHub)',
    );
  });
});
