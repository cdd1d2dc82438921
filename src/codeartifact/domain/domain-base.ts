import { Resource } from 'aws-cdk-lib';
import {
  type AddToResourcePolicyResult,
  Grant,
  type IGrantable,
  type PolicyStatement,
} from 'aws-cdk-lib/aws-iam';
import { NamedTokens, type SayNames, sayTo } from '../../private/named-texts';
import { grantBearerToken } from '../policy/bearer-token';
import { checkGrantee } from '../policy/grantee';
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
    return Grant.addToPrincipalOrResource({
      grantee,
      actions,
      resourceArns: [this._arnFor(sayTo(grantee, this.tokens.say))],
      resourceSelfArns: [this._selfArn ?? this.domainArn],
      resource: this,
    });
  }

  public grantAuthorizationToken(grantee: IGrantable): Grant {
    return this.grant(grantee, ...DOMAIN_TOKEN_ACTIONS).combine(grantBearerToken(this, grantee));
  }
}
