import { Lazy } from 'aws-cdk-lib';
import { checkTextLength } from '../../src/private/text-length';
import { expectRefusal } from '../support/refusals';

const SEE = 'https://docs.aws.amazon.com';

test.each([
  undefined,
  '',
  'x'.repeat(1000),
  Lazy.string({ produce: () => 'x'.repeat(1001) }),
])('a text of up to 1,000 characters passes, and one that is known later: %#', (text) => {
  expect(() => checkTextLength('Stack/X', 'description', text, SEE)).not.toThrow();
});

test('a longer one is refused, with its length and its beginning', () => {
  expectRefusal(
    () => checkTextLength('Stack/X', 'contactInfo', 'x'.repeat(1001), SEE),
    `contactInfo "${'x'.repeat(40)}…" is 1001 characters long.`,
    'Allowed: up to 1,000 characters.',
    `See ${SEE} (construct Stack/X)`,
  );
});
