import type { Duration } from 'aws-cdk-lib';
import { type IManagedPolicy, Role } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { IRepository } from '../codeartifact';
import { pathIn } from '../private/invalid-input';
import { BEARER_TOKEN_REASON, explainWildcards } from '../private/wildcard-reasons';
import { stsAudiences } from './audience';
import type { IGitHubOidcProvider } from './oidc-provider';
import type { GitHubReader } from './reader';
import { trustConditions } from './trust-conditions';
import { limitTrustPolicy } from './trust-policy-size';
import { warnOfMissingIds, webIdentities } from './web-identities';
import { checkWorkflowPath, REUSABLE_WORKFLOW_PATH, type WorkflowHost } from './workflow-host';

/** What a role is made of that installs on GitHub. */
export interface GitHubReadRoleProps {
  /** The repository to install from. */
  readonly repository: IRepository;

  /** The repositories on GitHub whose workflows install; at least one. */
  readonly repositories: GitHubReader[];

  /** The provider that vouches for them. */
  readonly oidcProvider: IGitHubOidcProvider;

  /**
   * The repository whose reusable workflow is the only one that can assume the role.
   * @default - any workflow of the repositories
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
   * @default 'Installs Python packages in GitHub Actions'
   */
  readonly description?: string;

  /**
   * The most that the role may ever be given.
   * @default - no boundary
   * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
   */
  readonly permissionsBoundary?: IManagedPolicy;

  /**
   * How long a session may last, 1 to 12 hours.
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

/** Where CI runs: on branches, on tags and for pull requests. Jobs with an environment are none of them. */
const CONTEXTS = ['ref:refs/*', 'pull_request'];

/**
 * A role that workflows of the given repositories assume to install from a repository, and can do nothing
 * else: on their branches and tags, and for pull requests from within them.
 *
 * Throws for no repository, one listed twice, and claims that the issuer does not have. Fails synthesis
 * where the trust policy is larger than its quota.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html
 */
export class GitHubReadRole extends Role {
  constructor(scope: Construct, id: string, props: GitHubReadRoleProps) {
    const { oidcProvider, workflowHost, workflowPath = REUSABLE_WORKFLOW_PATH } = props;
    const place = pathIn(scope, id);
    checkWorkflowPath(place, workflowPath);
    const identities = props.repositories.map((repository) => repository._identity());
    const conditions = trustConditions(place, {
      issuer: oidcProvider.issuer,
      audiences: stsAudiences(scope),
      property: 'repositories',
      identities,
      contexts: CONTEXTS,
      claims: {},
      jobWorkflowRef: workflowHost?._jobWorkflowRef(workflowPath),
    });
    super(scope, id, {
      assumedBy: webIdentities(oidcProvider, conditions),
      roleName: props.roleName,
      description: props.description ?? 'Installs Python packages in GitHub Actions',
      permissionsBoundary: props.permissionsBoundary,
      maxSessionDuration: props.maxSessionDuration,
    });
    props.repository.grantRead(this);
    explainWildcards(this, [BEARER_TOKEN_REASON]);
    limitTrustPolicy(this, oidcProvider, props.trustPolicyQuota);
    warnOfMissingIds(this, oidcProvider.issuer, identities);
  }
}
