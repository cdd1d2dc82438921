import type { CfnResource } from 'aws-cdk-lib';

/** What CDK keeps of a resource beside its own members; a test fails where that moves. */
interface Kept {
  readonly rawOverrides?: {
    readonly Type?: unknown;
    readonly Condition?: unknown;
    readonly Properties?: Record<string, unknown>;
  };
  /** As they were given, of a resource without a class of its own. */
  readonly _cfnProperties?: Record<string, unknown>;
}

/**
 * What the template says of a property, were it written now: an escape hatch, else the member of the L1, else what
 * a resource without a class of its own was given. It may be a token.
 */
export function effectiveProperty(resource: CfnResource, property: string): unknown {
  const { rawOverrides, _cfnProperties } = resource as unknown as Kept;
  const overrides = rawOverrides?.Properties;
  if (overrides && property in overrides) return overrides[property];
  const member = property.charAt(0).toLowerCase() + property.slice(1);
  return member in resource
    ? (resource as unknown as Record<string, unknown>)[member]
    : _cfnProperties?.[property];
}

/** The type of a resource, as the template says it. */
export function effectiveType(resource: CfnResource): unknown {
  return (resource as unknown as Kept).rawOverrides?.Type ?? resource.cfnResourceType;
}

/** Whether a CloudFormation condition decides if a resource is made: its own, or one of a nested stack around it. */
export function isConditional(resource: CfnResource): boolean {
  const { rawOverrides } = resource as unknown as Kept;
  if (resource.cfnOptions.condition !== undefined || rawOverrides?.Condition !== undefined) return true;
  const around = resource.stack.nestedStackResource;
  return around !== undefined && isConditional(around);
}
