import { NestedStack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { givenName, knownName, nameInStack, rememberName } from '../../src/private/known-name';
import { newStack } from '../support/stacks';
import { tokenText } from '../support/tokens';

test('the name of a new resource is known as it was given, and as its attribute in its own stack', () => {
  const stack = newStack();
  const resource = new Construct(stack, 'Resource');
  rememberName(resource, 'python', 'attribute');
  expect(knownName(resource)).toBe('python');
  expect(nameInStack(stack, resource)).toBe('attribute');
});

test('a token is given, and not known', () => {
  const resource = new Construct(newStack(), 'Resource');
  const token = tokenText();
  rememberName(resource, token, 'attribute');
  expect(givenName(resource)).toBe(token);
  expect(knownName(resource)).toBeUndefined();
});

test('the attribute is of no use in another stack, be it a nested one', () => {
  const stack = newStack();
  const resource = new Construct(stack, 'Resource');
  rememberName(resource, 'python', 'attribute');
  expect(nameInStack(newStack(), resource)).toBeUndefined();
  expect(nameInStack(new NestedStack(stack, 'Nested'), resource)).toBeUndefined();
});

test('of what is imported, neither is known', () => {
  const stack = newStack();
  expect(knownName(stack)).toBeUndefined();
  expect(nameInStack(stack, stack)).toBeUndefined();
});
