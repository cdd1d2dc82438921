import { Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

interface Name {
  /** As it was given. */
  readonly text: string;
  /** The attribute of the resource in CloudFormation, which has what uses it made later. */
  readonly attribute: string;
}

const names = new WeakMap<IConstruct, Name>();

/** Keeps the name of a new resource, whose public attribute can be of use in other stacks and takes longer. */
export function rememberName(resource: IConstruct, text: string, attribute: string): void {
  names.set(resource, { text, attribute });
}

/** The name of a new resource as it was given. */
export function knownName(resource: IConstruct): string | undefined {
  return names.get(resource)?.text;
}

/** The attribute that has the name of a new resource of the same stack. */
export function nameInStack(stack: Stack, resource: IConstruct): string | undefined {
  return Stack.of(resource) === stack ? names.get(resource)?.attribute : undefined;
}
