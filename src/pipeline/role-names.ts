import { Names, Stack, Token } from 'aws-cdk-lib';
import type { Role } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { knownRoleArn } from '../private/environment';

const LONGEST_ROLE_NAME = 64;

/**
 * A name for a role that has to stand in a workflow, where the stack says where it will be.
 *
 * IAM has one namespace for all Regions, so the Region is a part of it.
 */
export function roleNameFor(owner: Construct, ...suffixes: string[]): string | undefined {
  const { account, region } = Stack.of(owner);
  if (Token.isUnresolved(account) || Token.isUnresolved(region)) return undefined;
  const end = ['', ...suffixes, region].join('-');
  return Names.uniqueResourceName(owner, { maxLength: LONGEST_ROLE_NAME - end.length, separator: '-' }) + end;
}

/** The ARN of a role as text where that is known, else as a token. */
export function writtenRoleArn(role: Role, roleName: string | undefined): string {
  return (roleName && knownRoleArn(role, roleName)) ?? role.roleArn;
}
