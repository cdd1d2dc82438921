import type { CfnResource } from 'aws-cdk-lib';

/** What people and Aspects put over a resource. CDK keeps it to itself, and a test fails where it moves. */
interface Overridden {
  readonly rawOverrides?: { readonly Type?: unknown; readonly Condition?: unknown };
}

/** The type of a resource, as the template says it. */
export function effectiveType(resource: CfnResource): unknown {
  return (resource as unknown as Overridden).rawOverrides?.Type ?? resource.cfnResourceType;
}

/** Whether a CloudFormation condition decides if a resource is made: its own, or one of a nested stack around it. */
export function isConditional(resource: CfnResource): boolean {
  const { rawOverrides } = resource as unknown as Overridden;
  if (resource.cfnOptions.condition !== undefined || rawOverrides?.Condition !== undefined) return true;
  const around = resource.stack.nestedStackResource;
  return around !== undefined && isConditional(around);
}
