import { type CfnResource, type IResolvable, Token, Tokenization } from 'aws-cdk-lib';

/** What people and Aspects put over a resource. CDK keeps it to itself, and a test fails where it moves. */
interface Overridden {
  readonly rawOverrides?: { readonly Properties?: unknown };
  /** As they were given, of a resource without a class of its own. */
  readonly _cfnProperties?: Record<string, unknown>;
}

/**
 * What the template would say of a property if it were written now: a text, a token, an intrinsic function, or
 * nothing. An override wins over the property, whoever set it and in whatever order.
 */
export function lastWord(resource: CfnResource, property: string): unknown {
  const { rawOverrides, _cfnProperties } = resource as unknown as Overridden;
  const overrides = rawOverrides?.Properties;
  if (typeof overrides === 'object' && overrides !== null && property in overrides) {
    return (overrides as Record<string, unknown>)[property];
  }
  const member = memberFor(property);
  return member in resource
    ? (resource as unknown as Record<string, unknown>)[member]
    : _cfnProperties?.[property];
}

/** Looked up, since a text that was just put together is a slow key. */
const members = new Map<string, string>();

function memberFor(property: string): string {
  const known = members.get(property);
  if (known !== undefined) return known;
  const member = property.charAt(0).toLowerCase() + property.slice(1);
  members.set(property, member);
  return member;
}

/** A text that is read from the tree whenever it is written, after Aspects and escape hatches. */
export function atSynthesis(say: () => string): string {
  return Token.asString(new SaidAtSynthesis(say));
}

/** What such a text says now, without the time that it takes to resolve it; nothing for any other token. */
export function saidNow(text: string): string | undefined {
  const { firstToken, length } = Tokenization.reverseString(text);
  return length === 1 && firstToken instanceof SaidAtSynthesis ? firstToken.resolve() : undefined;
}

class SaidAtSynthesis implements IResolvable {
  public readonly creationStack = [];

  constructor(public readonly resolve: () => string) {}

  public toString(): string {
    return Token.asString(this);
  }
}
