import type { GitHubIssuer, PublishTrigger } from '../../github';
import type { WorkflowBuildOptions } from './build-options';
import type { WorkflowCallerOptions } from './caller-options';
import type { WorkflowCheckoutOptions } from './checkout-options';
import type { WorkflowPublishOptions } from './publish-options';
import type { WorkflowRunnerOptions } from './runner-options';
import type { WorkflowFileOptions } from './workflow-file-options';

/** How packages are built and published by GitHub Actions. */
export interface PublishWorkflowOptions
  extends WorkflowCheckoutOptions,
    WorkflowBuildOptions,
    WorkflowPublishOptions,
    WorkflowCallerOptions,
    WorkflowRunnerOptions,
    WorkflowFileOptions {}

/**
 * How packages are built, and where they are published as whom.
 *
 * A region, name, account or ARN that only CloudFormation knows becomes a required input of the reusable
 * workflow, which the caller passes from a configuration variable of its repository.
 */
export interface PublishWorkflowProps extends PublishWorkflowOptions {
  /** When to publish. The role has to trust the same. */
  readonly publishOn: PublishTrigger;

  /**
   * The GitHub that the workflow runs on. A GitHub Enterprise Server gets the releases of the artifact actions
   * that run there, and has no `provenance`.
   * @default GitHubIssuer.githubCom()
   */
  readonly issuer?: GitHubIssuer;

  /** The AWS region of the domain, such as `eu-west-1`. */
  readonly region: string;

  /** The name of the CodeArtifact domain. */
  readonly domainName: string;

  /** The AWS account that owns the domain: 12 digits. */
  readonly domainOwner: string;

  /** The name of the CodeArtifact repository. */
  readonly repositoryName: string;

  /** The ARN of the role that publishes. */
  readonly roleArn: string;

  /**
   * The ARN of the role that reads private packages. It has to trust the tags or branches that start the
   * workflow, and must not be able to publish.
   * @default - none; `privateDependencies` needs one
   */
  readonly readRoleArn?: string;

  /**
   * The ARN of the role that fetches the tools. It has to trust what starts the workflow, outside of any environment,
   * and must not be able to publish.
   * @default - none; `toolsFromRepository` needs one
   */
  readonly toolsRoleArn?: string;

  /**
   * What may be published: exact names such as `orders-sdk`, and prefixes such as `acme-*`. A build that makes
   * another package fails before it is published.
   * @default - packages of one name, whichever it is
   */
  readonly packages?: string[];
}
