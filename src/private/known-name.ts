import { Stack, Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

interface Name {
  readonly given: string;
  /** The attribute of the resource in CloudFormation, which has what uses it made later. */
  readonly attribute: string;
}

const names = new WeakMap<IConstruct, Name>();

/** Keeps the name of a new resource, whose public attribute can be of use in other stacks and takes longer. */
export function rememberName(resource: IConstruct, given: string, attribute: string): void {
  names.set(resource, { given, attribute });
}

/** The name of a new resource as it was given, be it a token. */
export function givenName(resource: IConstruct): string | undefined {
  return names.get(resource)?.given;
}

/** The name of a new resource as text; none where it is a token, which may mean something else in another stack. */
export function knownName(resource: IConstruct): string | undefined {
  const name = givenName(resource);
  return Token.isUnresolved(name) ? undefined : name;
}

/** The attribute that has the name of a new resource of the same stack. */
export function nameInStack(stack: Stack, resource: IConstruct): string | undefined {
  return Stack.of(resource) === stack ? names.get(resource)?.attribute : undefined;
}
