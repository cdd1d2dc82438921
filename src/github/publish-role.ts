import { Annotations, type Duration } from 'aws-cdk-lib';
import { type IManagedPolicy, Role } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { IRepository } from '../codeartifact';
import { pathIn } from '../private/invalid-input';
import { BEARER_TOKEN_REASON, explainWildcards } from '../private/wildcard-reasons';
import { stsAudiences } from './audience';
import type { IGitHubOidcProvider } from './oidc-provider';
import { PublishTrigger } from './publish-trigger';
import type { GitHubPublisher } from './publisher';
import { trustConditions } from './trust-conditions';
import { limitTrustPolicy } from './trust-policy-size';
import { warnOfMissingIds, webIdentities } from './web-identities';
import { checkWorkflowPath, REUSABLE_WORKFLOW_PATH, type WorkflowHost } from './workflow-host';

/** What a role is made of that publishes from GitHub. */
export interface GitHubPublishRoleProps {
  /** The repository to publish to. */
  readonly repository: IRepository;

  /** Who publishes; at least one. */
  readonly publishers: GitHubPublisher[];

  /** The provider that vouches for them. */
  readonly oidcProvider: IGitHubOidcProvider;

  /**
   * When they publish.
   * @default PublishTrigger.tags('v*.*.*')
   */
  readonly publishOn?: PublishTrigger;

  /**
   * What they publish: exact names such as `orders-sdk`, and prefixes such as `acme-*`.
   * @default - all Python packages of the repository
   */
  readonly packages?: string[];

  /**
   * The repository whose reusable workflow is the only one that can assume the role.
   * @default - any workflow of the publishers that the trigger allows
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
   * @default 'Publishes Python packages from GitHub Actions'
   */
  readonly description?: string;

  /**
   * The most that the role may ever be given.
   * @default - no boundary
   * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
   */
  readonly permissionsBoundary?: IManagedPolicy;

  /**
   * How long a session may last, 1 to 12 hours. The workflow asks for 15 minutes.
   * @default Duration.hours(1)
   */
  readonly maxSessionDuration?: Duration;

  /**
   * The quota of the account for the length of a trust policy, in characters, from 2,048 to 8,192.
   * @default 2048
   * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
   */
  readonly trustPolicyQuota?: number;
}

/**
 * A role that workflows of the given publishers assume to publish to a repository, and nobody else.
 *
 * Throws for no publisher, a publisher listed twice, an organization without a workflow host, and claims
 * that the issuer does not have. Fails synthesis where the trust policy is larger than its quota.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html
 */
export class GitHubPublishRole extends Role {
  constructor(scope: Construct, id: string, props: GitHubPublishRoleProps) {
    const { oidcProvider, publishOn = PublishTrigger.tags(), workflowHost } = props;
    const workflowPath = props.workflowPath ?? REUSABLE_WORKFLOW_PATH;
    const place = pathIn(scope, id);
    checkWorkflowPath(place, workflowPath);
    const identities = props.publishers.map((publisher) => publisher._identity());
    const conditions = trustConditions(place, {
      issuer: oidcProvider.issuer,
      audiences: stsAudiences(scope),
      property: 'publishers',
      identities,
      contexts: publishOn._contexts(),
      claims: publishOn._claims(),
      jobWorkflowRef: workflowHost?._jobWorkflowRef(workflowPath),
    });
    super(scope, id, {
      assumedBy: webIdentities(oidcProvider, conditions),
      roleName: props.roleName,
      description: props.description ?? 'Publishes Python packages from GitHub Actions',
      permissionsBoundary: props.permissionsBoundary,
      maxSessionDuration: props.maxSessionDuration,
    });
    props.repository.grantPublish(this, props.packages);
    explainWildcards(this, [
      BEARER_TOKEN_REASON,
      {
        resource: 'arn:.*:package\\/.*\\/pypi\\/.*\\*',
        reason:
          'Packages are published before they exist, so that the role names them by a prefix, or all of Python.',
      },
    ]);
    limitTrustPolicy(this, oidcProvider, props.trustPolicyQuota);
    warnOfMissingIds(this, oidcProvider.issuer, identities);
    if (publishOn._isAnyRef()) {
      Annotations.of(this).addWarningV2(
        'cdk-python-artifact-pipeline:any-ref',
        'PublishTrigger.anyRef() lets every branch, tag, pull request and environment of the publishers publish. ' +
          "Prefer PublishTrigger.tags('v*.*.*').",
      );
    }
  }
}
