import { type CfnResource, Lazy } from 'aws-cdk-lib';

/** What people and Aspects put over a resource. CDK keeps it to itself, and a test fails where it moves. */
interface Overridden {
  readonly rawOverrides?: { readonly Properties?: unknown };
}

/**
 * What the template would say of a property if it were written now: a text, a token, an intrinsic function, or
 * nothing. An override wins over the property, whoever set it and in whatever order.
 */
export function lastWord(resource: CfnResource, property: string): unknown {
  const overrides = (resource as unknown as Overridden).rawOverrides?.Properties;
  if (typeof overrides === 'object' && overrides !== null && property in overrides) {
    return (overrides as Record<string, unknown>)[property];
  }
  const member = property.charAt(0).toLowerCase() + property.slice(1);
  return (resource as unknown as Record<string, unknown>)[member];
}

/** A text that is read from the tree whenever it is written, after Aspects and escape hatches. */
export function atSynthesis(say: () => string): string {
  return Lazy.uncachedString({ produce: say });
}
