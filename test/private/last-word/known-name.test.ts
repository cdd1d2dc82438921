import { NestedStack, type Stack } from 'aws-cdk-lib';
import { CfnRepository } from 'aws-cdk-lib/aws-codeartifact';
import { Construct } from 'constructs';
import {
  canBeRenamed,
  currentName,
  knownName,
  nameInStack,
  rememberName,
} from '../../../src/private/last-word/known-name';
import { newStack } from '../../support/stacks';
import { tokenText } from '../../support/tokens';

function named(stack: Stack, repositoryName: string) {
  const construct = new Construct(stack, 'Repository');
  const resource = new CfnRepository(construct, 'Resource', { domainName: 'acme', repositoryName });
  rememberName(construct, resource, 'RepositoryName', 'attribute');
  return { construct, resource };
}

describe('the name of a new resource', () => {
  test('is known as text, and in its stack by its attribute', () => {
    const stack = newStack();
    const { construct } = named(stack, 'python');
    expect(knownName(construct)).toBe('python');
    expect(nameInStack(stack, construct)).toBe('attribute');
  });

  test('is kept but not known where it is a token', () => {
    const stack = newStack();
    const token = tokenText(stack);
    const { construct } = named(stack, token);
    expect(currentName(construct)).toBe(token);
    expect(knownName(construct)).toBeUndefined();
  });

  test('is what the resource is called by now', () => {
    const { construct, resource } = named(newStack(), 'python');
    resource.repositoryName = 'snake';
    expect(knownName(construct)).toBe('snake');
    resource.addPropertyOverride('RepositoryName', 'cobra');
    expect(knownName(construct)).toBe('cobra');
  });

  test('that is overridden by what is no text is a token for it', () => {
    const stack = newStack();
    const { construct, resource } = named(stack, 'python');
    resource.addPropertyOverride('RepositoryName', { 'Fn::ImportValue': 'name' });
    expect(knownName(construct)).toBeUndefined();
    expect(stack.resolve(currentName(construct))).toEqual({ 'Fn::ImportValue': 'name' });
    resource.addPropertyDeletionOverride('RepositoryName');
    expect(currentName(construct)).toBeUndefined();
  });

  test('has no attribute in another stack, a nested one too', () => {
    const stack = newStack();
    const { construct } = named(stack, 'python');
    expect(nameInStack(newStack(), construct)).toBeUndefined();
    expect(nameInStack(new NestedStack(stack, 'Nested'), construct)).toBeUndefined();
  });
});

test('nothing is known of what was not made here, and nothing renames it', () => {
  const stack = newStack();
  expect(knownName(stack)).toBeUndefined();
  expect(nameInStack(stack, stack)).toBeUndefined();
  expect(canBeRenamed(stack)).toBe(false);
});
