import { type Kinds, NUMBER, objectWith, TEXT } from '../../private/kinds';
import { WORKFLOW_HOST } from '../names/kinds';
import { REQUIRED_CLAIMS } from '../trust/required-claims';
import type { GitHubRoleLimits, GitHubRoleOptions } from './role-options';

export const ROLE_LIMIT_KINDS: Kinds<GitHubRoleLimits> = {
  permissionsBoundary: objectWith(
    'managedPolicyArn',
    'a managed policy',
    "ManagedPolicy.fromManagedPolicyName(this, 'Boundary', 'name') of aws-cdk-lib/aws-iam",
  ),
  rolePath: TEXT,
  trustPolicyQuota: NUMBER,
  requiredClaims: REQUIRED_CLAIMS,
};

/** A time in seconds. */
export const SECONDS = objectWith('toSeconds', 'a Duration', 'Duration.hours(1) of aws-cdk-lib');

export const ROLE_KINDS: Kinds<GitHubRoleOptions> = {
  ...ROLE_LIMIT_KINDS,
  workflowHost: WORKFLOW_HOST,
  workflowPath: TEXT,
  roleName: TEXT,
  description: TEXT,
  maxSessionDuration: SECONDS,
};
