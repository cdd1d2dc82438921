import { Resource } from 'aws-cdk-lib';
import type { AddToResourcePolicyResult, Grant, IGrantable, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { knownName } from '../../private/known-name';
import { BEARER_TOKEN } from '../policy/bearer-token';
import { grantPermissions, type Permission } from '../policy/permission';
import { DOMAIN_TOKEN_ACTIONS } from '../policy/permissions';
import type { IDomain } from './domain-interface';

/**
 * What new and imported domains share.
 *
 * @internal
 */
export abstract class DomainBase extends Resource implements IDomain {
  public abstract readonly domainArn: string;
  public abstract readonly domainName: string;
  public abstract readonly domainOwner: string;

  public abstract addToResourcePolicy(statement: PolicyStatement): AddToResourcePolicyResult;

  /** @internal The ARN of a new domain without a reference to it, which its own policy can't have. */
  protected readonly _selfArn?: string;

  public grant(grantee: IGrantable, ...actions: string[]): Grant {
    return grantPermissions(this, grantee, [this._permission(actions)]);
  }

  public grantAuthorizationToken(grantee: IGrantable): Grant {
    return grantPermissions(this, grantee, [this._permission(DOMAIN_TOKEN_ACTIONS), BEARER_TOKEN]);
  }

  /** @internal */
  public _permission(actions: string[]): Permission {
    const selfArn = this._selfArn ?? this.domainArn;
    return {
      actions,
      resourceArns: [knownName(this) ? selfArn : this.domainArn],
      resourceSelfArns: [selfArn],
      resource: this,
    };
  }
}

/** Actions on a domain itself, whoever wrote its class. */
export function onDomain(domain: IDomain, actions: string[]): Permission {
  if (domain instanceof DomainBase) return domain._permission(actions);
  return { actions, resourceArns: [domain.domainArn], resource: domain };
}
