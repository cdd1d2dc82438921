import { type CfnResource, Stack, Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { lastWord } from './last-word';

interface Name {
  /** What CloudFormation makes, and the property of it that is the name. */
  readonly resource: CfnResource;
  readonly property: string;
  /** The attribute of the resource in CloudFormation, which has what uses it made later. */
  readonly attribute: string;
}

const names = new WeakMap<IConstruct, Name>();

/** Keeps where the name of a new resource is, whose public attribute can be of use in other stacks and takes longer. */
export function rememberName(
  construct: IConstruct,
  resource: CfnResource,
  property: string,
  attribute: string,
): void {
  names.set(construct, { resource, property, attribute });
}

/** Whether the name is of a new resource, and so can be another one until the template is written. */
export function canBeRenamed(construct: IConstruct): boolean {
  return names.has(construct);
}

/** The name of a new resource as the tree has it now, be it a token. */
export function currentName(construct: IConstruct): string | undefined {
  const name = names.get(construct);
  return name && asName(lastWord(name.resource, name.property));
}

/** The name of a new resource as text; none where it is a token, which may mean something else in another stack. */
export function knownName(construct: IConstruct): string | undefined {
  const name = currentName(construct);
  return Token.isUnresolved(name) ? undefined : name;
}

/** The attribute that has the name of a new resource of the same stack. */
export function nameInStack(stack: Stack, construct: IConstruct): string | undefined {
  return Stack.of(construct) === stack ? names.get(construct)?.attribute : undefined;
}

/** What stands in the place of a name as a string; what is no text is a token of it. */
export function asName(value: unknown): string | undefined {
  return value === undefined ? undefined : Token.asString(value);
}
