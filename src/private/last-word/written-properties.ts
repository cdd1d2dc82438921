import type { CfnResource } from 'aws-cdk-lib';

/** The properties that the template would have if it were written now, whoever set them. */
export function writtenProperties(resource: CfnResource): Record<string, unknown> {
  const { Resources: resources } = resource.stack.resolve(resource._toCloudFormation());
  const [{ Properties: properties = {} }] = Object.values<{ Properties?: object }>(resources);
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined));
}
