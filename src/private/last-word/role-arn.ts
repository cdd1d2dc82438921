import { CfnResource, Token } from 'aws-cdk-lib';
import type { Role } from 'aws-cdk-lib/aws-iam';
import { knownRoleArn } from '../environment';
import { lastWord } from './last-word';

/** The ARN of a role as text, by the name and path that the tree has now; none where only deployment knows it. */
export function knownArnOf(role: Role): string | undefined {
  const name = pathAndNameOf(role);
  return name === undefined ? undefined : knownRoleArn(role, name);
}

/** The name behind the path, as IAM has both in an ARN; none where only deployment knows it. */
export function pathAndNameOf(role: Role): string | undefined {
  const resource = role.node.defaultChild;
  // A role that CDK was told not to make has no resource, and the ARN of the one that stands in for it.
  if (!CfnResource.isCfnResource(resource)) return standInOf(role);
  const name = textOf(role, lastWord(resource, 'RoleName'));
  const path = textOf(role, lastWord(resource, 'Path') ?? '/');
  return name && path && path.replace(/^\//, '') + name;
}

function standInOf({ roleArn, roleName }: Role): string | undefined {
  return roleArn.endsWith(`:role/${roleName}`) ? roleName : undefined;
}

function textOf(role: Role, value: unknown): string | undefined {
  const resolved: unknown = Token.isUnresolved(value) ? role.stack.resolve(value) : value;
  return typeof resolved === 'string' ? resolved : undefined;
}
