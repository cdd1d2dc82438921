import { type Duration, Resource } from 'aws-cdk-lib';
import type { AddToResourcePolicyResult, Grant, IGrantable, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { NamedTokens, type SayNames, sayTo } from '../../private/last-word/named-texts';
import { bearerToken } from '../policy/bearer-token';
import { checkGrantee } from '../policy/grantee';
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

  private readonly tokens = new NamedTokens();

  /** @internal The ARN for the policy of a principal, as text where synthesis knows it. */
  protected _arnFor(_say: SayNames): string {
    return this.domainArn;
  }

  public grant(grantee: IGrantable, ...actions: string[]): Grant {
    checkGrantee(this, grantee);
    return grantPermissions(this, grantee, [this._permission(grantee, actions)]);
  }

  public grantAuthorizationToken(grantee: IGrantable, maxTokenDuration?: Duration): Grant {
    checkGrantee(this, grantee);
    return grantPermissions(this, grantee, [
      this._permission(grantee, DOMAIN_TOKEN_ACTIONS),
      bearerToken(this, maxTokenDuration),
    ]);
  }

  /** @internal */
  public _permission(grantee: IGrantable, actions: string[]): Permission {
    return {
      actions,
      resourceArns: [this._arnFor(sayTo(grantee, this.tokens.say))],
      resourceSelfArns: [this._selfArn ?? this.domainArn],
      resource: this,
    };
  }
}

/** Actions on a domain itself, whoever wrote its class. */
export function onDomain(domain: IDomain, grantee: IGrantable, actions: string[]): Permission {
  if (domain instanceof DomainBase) return domain._permission(grantee, actions);
  return { actions, resourceArns: [domain.domainArn], resource: domain };
}
