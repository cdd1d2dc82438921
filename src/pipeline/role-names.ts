import { Names, Stack, Token } from 'aws-cdk-lib';
import type { Role } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { atSynthesis } from '../private/last-word/last-word';
import { knownArnOf } from '../private/last-word/role-arn';

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

/** The ARN of a role for a file: when the file is written, text where the tree knows it then, else a token. */
export function writtenRoleArn(role: Role): string {
  return atSynthesis(() => knownArnOf(role) ?? role.roleArn);
}
