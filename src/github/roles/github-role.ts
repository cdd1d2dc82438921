import { CfnResource } from 'aws-cdk-lib';
import { type CfnRole, type IOIDCProviderRef, Role } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { pathIn } from '../../private/invalid-input';
import { atSynthesis } from '../../private/last-word/last-word';
import { pathAndNameOf } from '../../private/last-word/role-arn';
import { refuseSecond } from '../../private/one-of-a-kind/one-of-a-kind';
import { limitRolePolicies } from '../../private/role-policies';
import { placeholderAsToken } from '../../private/token-text';
import { checkWorkflowPath, REUSABLE_WORKFLOW_PATH } from '../identity/workflow-host';
import { stsAudiences } from '../provider/audience';
import { warnOfMissingAudience } from '../provider/missing-audience';
import { trustedProvider } from '../provider/trusted-provider';
import { requiredClaims } from '../trust/required-claims';
import { type Trust, trustConditions } from '../trust/trust-conditions';
import { limitTrustPolicy } from '../trust/trust-policy-size';
import { warnOfMissingIds, warnOfSharedIds, webIdentities } from '../trust/web-identities';
import { ONE_ROLE } from './one-role';
import type { GitHubRoleOptions } from './role-options';
import { checkRolePath } from './role-path';
import { checkRoleDescription, checkRoleName } from './role-texts';

interface GitHubRoleProps extends GitHubRoleOptions {
  readonly oidcProvider: IOIDCProviderRef;
}

/** CDK asks for the ARN before a role has fields of its own. */
const roleArns = new WeakMap<Role, string>();

/** Who is trusted, apart from what the provider and the host say. */
type TrustedIdentities = Omit<Trust, 'issuer' | 'audiences' | 'jobWorkflowRef' | 'requiredClaims'>;

/**
 * A role that workflows on GitHub assume: its trust, the limits of its policies, and the warnings of it.
 *
 * @internal
 */
export abstract class GitHubRole extends Role {
  /** @internal Who is trusted, and when. */
  public readonly _trust: Trust;

  constructor(scope: Construct, id: string, props: GitHubRoleProps, trusted: TrustedIdentities) {
    const { workflowHost, workflowPath = REUSABLE_WORKFLOW_PATH } = props;
    const place = pathIn(scope, id);
    checkWorkflowPath(place, workflowPath);
    checkRoleName(place, 'roleName', props.roleName);
    checkRoleDescription(place, props.description);
    checkRolePath(place, props.rolePath);
    const oidcProvider = trustedProvider(place, scope, props.oidcProvider);
    const { kind, property, identities, contexts, claims, claimsBesideSubject } = trusted;
    const trust: Trust = {
      kind,
      property,
      identities,
      contexts,
      claims,
      claimsBesideSubject,
      issuer: oidcProvider.issuer,
      audiences: stsAudiences(scope),
      jobWorkflowRef: workflowHost?._jobWorkflowRef(workflowPath),
      requiredClaims: requiredClaims(place, props.requiredClaims),
    };
    const conditions = trustConditions(place, trust);
    super(scope, id, {
      assumedBy: webIdentities(oidcProvider, conditions),
      roleName: placeholderAsToken(props.roleName),
      path: placeholderAsToken(props.rolePath),
      description: props.description,
      permissionsBoundary: props.permissionsBoundary,
      maxSessionDuration: props.maxSessionDuration,
    });
    this._trust = trust;
    refuseSecond(this, ONE_ROLE);
    limitRolePolicies(this);
    limitTrustPolicy(this, oidcProvider, kind, props.trustPolicyQuota);
    warnOfMissingAudience(this, oidcProvider);
    warnOfMissingIds(this, oidcProvider.issuer, identities);
    warnOfSharedIds(this, oidcProvider.issuer, identities);
  }

  /** As CDK has it, but that stacks of other accounts see the name and path which the role has at synthesis. */
  public override get roleArn(): string {
    const resource = this.node.defaultChild;
    // A role that CDK was told not to make has no resource.
    if (!CfnResource.isCfnResource(resource)) return super.roleArn;
    const known = roleArns.get(this);
    if (known !== undefined) return known;
    const roleArn = this.getResourceArnAttribute((resource as CfnRole).attrArn, {
      region: '',
      service: 'iam',
      resource: 'role',
      resourceName: atSynthesis(() => pathAndNameOf(this) ?? this.physicalName),
    });
    roleArns.set(this, roleArn);
    return roleArn;
  }
}
