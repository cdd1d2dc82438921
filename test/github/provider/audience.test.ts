import { stsAudiences } from '../../../src/github/provider/audience';
import { newStack } from '../../support/stacks';

test.each([
  [undefined, ['sts.amazonaws.com']],
  ['us-east-1', ['sts.amazonaws.com']],
  ['us-gov-west-1', ['sts.amazonaws.com']],
  ['cn-north-1', ['sts.amazonaws.com', 'sts.amazonaws.com.cn']],
  ['cn-northwest-1', ['sts.amazonaws.com', 'sts.amazonaws.com.cn']],
])('the audiences in the Region %p are %p', (region, audiences) => {
  expect(stsAudiences(newStack({ region }))).toEqual(audiences);
});
