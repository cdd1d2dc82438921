import { CfnResource, Stack, Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { outermostStack } from '../environment';
import { effectiveType, isConditional } from '../last-word/effective-resource';
import { lastWord } from '../last-word/last-word';
import { isPlaceholder } from '../token-text';

/** Where the name of some resources is said. */
export interface Naming {
  /** Every type of CloudFormation that makes such a resource. */
  readonly types: string[];
  /** The property that has the name. */
  readonly property: string;
}

/** A resource of the template and its name, whatever class made it. */
export interface NamedResource<N extends Naming = Naming> {
  readonly naming: N;
  readonly resource: CfnResource;
  /** A text, or a function of CloudFormation in JSON, which means the same in one template only. */
  readonly name: string;
  /** The template in which the name means what it says; none where it is a text. */
  readonly template?: string;
  /** What is deployed, with the nested stacks in it. */
  readonly stack: Stack;
  readonly isConditional: boolean;
}

/** The named resources below a construct in the order of the tree, but for what is below the constructs to skip. */
export function namedResources<N extends Naming>(
  top: IConstruct,
  namings: Iterable<N>,
  skip: ReadonlyMap<IConstruct, unknown>,
): NamedResource<N>[] {
  const byType = new Map(
    [...namings].flatMap((naming) => naming.types.map((type) => [type as unknown, naming])),
  );
  const found: NamedResource<N>[] = [];
  const visit = (construct: IConstruct) => {
    if (CfnResource.isCfnResource(construct)) {
      const naming = byType.get(effectiveType(construct)) as N | undefined;
      const named = naming && nameOf(construct, naming);
      if (named) found.push(named);
    }
    for (const child of construct.node.children) if (!skip.has(child)) visit(child);
  };
  visit(top);
  return found;
}

/** The path of the construct that a user has written: an L2 is its resource. */
export function pathOf({ resource }: Pick<NamedResource, 'resource'>): string {
  let construct: IConstruct = resource;
  while (/^(Resource|Default)$/.test(construct.node.id) && construct.node.scope) {
    if (Stack.isStack(construct.node.scope)) break;
    construct = construct.node.scope;
  }
  return construct.node.path;
}

function nameOf<N extends Naming>(resource: CfnResource, naming: N): NamedResource<N> | undefined {
  const written = lastWord(resource, naming.property);
  if (written === undefined || written === null) return undefined;
  const resolved: unknown = Token.isUnresolved(written) ? resource.stack.resolve(written) : written;
  if (isPlaceholder(resolved)) return undefined;
  const isText = typeof resolved === 'string';
  const name = isText ? resolved : JSON.stringify(resolved);
  // What may be no name at all makes none twice.
  if (!name || (!isText && name.includes('AWS::NoValue'))) return undefined;
  return {
    naming,
    resource,
    name,
    template: isText ? undefined : resource.stack.node.path,
    stack: outermostStack(resource),
    isConditional: isConditional(resource),
  };
}
