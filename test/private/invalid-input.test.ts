import { App, Stack } from 'aws-cdk-lib';
import { invalidInput, pathIn } from '../../src/private/invalid-input';
import { newStack } from '../support/stacks';

describe('the error for an input that can never work', () => {
  test('says what was given and why not', () => {
    const { message } = invalidInput({
      property: 'domainName',
      given: 'Acme',
      reason: 'has an upper-case letter',
    });
    expect(message).toBe('domainName "Acme" has an upper-case letter.');
  });

  test('says what is allowed, what to write instead, where to read on, and which construct it is', () => {
    const input = { property: 'domainName', given: 'Acme', reason: 'is wrong' };
    const hints = { allowed: 'letters', instead: "'acme'", see: 'https://docs.aws.amazon.com' };
    expect(invalidInput({ ...input, ...hints }, newStack()).message).toBe(
      'domainName "Acme" is wrong. Allowed: letters. Write instead: \'acme\'. See https://docs.aws.amazon.com ' +
        '(construct Stack)',
    );
  });

  test.each([
    [undefined, '(not given)'],
    ['', '""'],
    ['a"b\n', '"a\\"b\\n"'],
    [2047, '2047'],
    [Number.NaN, 'NaN'],
    [[], '[]'],
    [['a'], '["a"]'],
    [null, 'null'],
  ])('shows %j so that it can be seen', (given, shown) => {
    expect(invalidInput({ property: 'it', given, reason: 'is wrong' }).message).toBe(`it ${shown} is wrong.`);
  });

  test.each<[unknown, unknown, string]>([
    [undefined, 'Role', 'scope (not given) is no construct. Write instead: this.'],
    ['Stack', 'Role', 'scope "Stack" is no construct. Write instead: this.'],
    [
      newStack(),
      undefined,
      "id (not given) is no name of a construct. Allowed: a text, as in 'Python'. (construct Stack)",
    ],
    [newStack(), 5, "id 5 is no name of a construct. Allowed: a text, as in 'Python'. (construct Stack)"],
  ])('says what is wrong with a place that is none: %#', (scope, id, message) => {
    expect(() => pathIn(scope as Stack, id as string)).toThrow(new Error(message));
  });

  test('says where a construct was to be that is not there', () => {
    const input = { property: 'it', given: 1, reason: 'is wrong' };
    expect(invalidInput(input, pathIn(newStack(), 'Role')).message).toBe(
      'it 1 is wrong. (construct Stack/Role)',
    );
  });
});

test('the path of a construct that is not there yet is that of its scope, and its id', () => {
  const app = new App();
  expect(pathIn(app, 'Stack')).toBe('Stack');
  expect(pathIn(new Stack(app, 'Stack'), 'Role')).toBe('Stack/Role');
});
