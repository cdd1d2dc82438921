import type { Duration } from 'aws-cdk-lib';
import type { IManagedPolicy } from 'aws-cdk-lib/aws-iam';
import type { WorkflowHost } from '../identity/workflow-host';
import type { RequiredClaims } from '../trust/required-claims';

/** What every role for GitHub can be limited by. */
export interface GitHubRoleLimits {
  /**
   * The path of the role, which begins and ends with a slash, up to 512 characters. Policies of an
   * organization can rest on it.
   * @default '/'
   * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-friendly-names
   */
  readonly rolePath?: string;

  /**
   * The most that the role may ever be given.
   * @default - no boundary
   * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
   */
  readonly permissionsBoundary?: IManagedPolicy;

  /**
   * The quota of the account for the length of a trust policy, in characters, from 2,048 to 8,192.
   * @default 2048
   * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
   */
  readonly trustPolicyQuota?: number;

  /**
   * What the token of a workflow run has to say beside who it is from and when, such as who started it. A GitHub
   * Enterprise Server has none of it.
   * @default - nothing more
   */
  readonly requiredClaims?: RequiredClaims;
}

/** What roles for GitHub have in common. */
export interface GitHubRoleOptions extends GitHubRoleLimits {
  /**
   * The repository on GitHub whose reusable workflow is the only one that can assume the role.
   * @default - any workflow of the trusted repositories
   */
  readonly workflowHost?: WorkflowHost;

  /**
   * The path of the reusable workflow, from the root of its repository.
   * @default '.github/workflows/codeartifact_python.yml'
   */
  readonly workflowPath?: string;

  /**
   * The name of the role, up to 64 characters.
   * @default - CloudFormation makes one up
   */
  readonly roleName?: string;

  /**
   * What the role is for, up to 1,000 characters.
   * @default - whether it publishes or installs
   */
  readonly description?: string;

  /**
   * How long a session may last, 1 to 12 hours. The generated workflows ask for 15 minutes.
   * @default Duration.hours(1)
   */
  readonly maxSessionDuration?: Duration;
}
