import { type IOIDCProviderRef, Role } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { pathIn } from '../../private/invalid-input';
import { refuseSecond } from '../../private/one-of-a-kind';
import { limitRolePolicies } from '../../private/role-policies';
import { placeholderAsToken } from '../../private/token-text';
import { checkWorkflowPath, REUSABLE_WORKFLOW_PATH } from '../identity/workflow-host';
import { stsAudiences } from '../provider/audience';
import { trustedProvider } from '../provider/trusted-provider';
import { type Trust, trustConditions } from '../trust/trust-conditions';
import { limitTrustPolicy } from '../trust/trust-policy-size';
import { warnOfMissingIds, warnOfSharedIds, webIdentities } from '../trust/web-identities';
import { ONE_ROLE } from './one-role';
import type { GitHubRoleOptions } from './role-options';
import { checkRoleDescription, checkRoleName } from './role-texts';

interface GitHubRoleProps extends GitHubRoleOptions {
  readonly oidcProvider: IOIDCProviderRef;
}

/** Who is trusted, apart from what the provider and the host say. */
type TrustedIdentities = Omit<Trust, 'issuer' | 'audiences' | 'jobWorkflowRef'> & {
  readonly kind: 'Publisher' | 'Reader';
};

/**
 * A role that workflows on GitHub assume: its trust, the limits of its policies, and the warnings of it.
 *
 * @internal
 */
export abstract class GitHubRole extends Role {
  constructor(scope: Construct, id: string, props: GitHubRoleProps, trusted: TrustedIdentities) {
    const { workflowHost, workflowPath = REUSABLE_WORKFLOW_PATH } = props;
    const place = pathIn(scope, id);
    checkWorkflowPath(place, workflowPath);
    checkRoleName(place, 'roleName', props.roleName);
    checkRoleDescription(place, props.description);
    const oidcProvider = trustedProvider(place, scope, props.oidcProvider);
    const conditions = trustConditions(place, {
      ...trusted,
      issuer: oidcProvider.issuer,
      audiences: stsAudiences(scope),
      jobWorkflowRef: workflowHost?._jobWorkflowRef(workflowPath),
    });
    super(scope, id, {
      assumedBy: webIdentities(oidcProvider, conditions),
      roleName: placeholderAsToken(props.roleName),
      description: props.description,
      permissionsBoundary: props.permissionsBoundary,
      maxSessionDuration: props.maxSessionDuration,
    });
    refuseSecond(this, ONE_ROLE);
    limitRolePolicies(this);
    limitTrustPolicy(this, oidcProvider, trusted.kind, props.trustPolicyQuota);
    warnOfMissingIds(this, oidcProvider.issuer, trusted.identities);
    warnOfSharedIds(this, trusted.identities);
  }
}
