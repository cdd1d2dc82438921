import { type Duration, Resource } from 'aws-cdk-lib';
import {
  type AddToResourcePolicyResult,
  Grant,
  type IGrantable,
  type PolicyStatement,
} from 'aws-cdk-lib/aws-iam';
import { knownName } from '../../private/known-name';
import { grantBearerToken } from '../policy/bearer-token';
import { checkGrantee } from '../policy/grantee';
import { DOMAIN_TOKEN_ACTIONS } from '../policy/permissions';
import type { IDomain } from './domain-interface';

/** What new and imported domains share. */
export abstract class DomainBase extends Resource implements IDomain {
  public abstract readonly domainArn: string;
  public abstract readonly domainName: string;
  public abstract readonly domainOwner: string;

  public abstract addToResourcePolicy(statement: PolicyStatement): AddToResourcePolicyResult;

  /** @internal The ARN of a new domain without a reference to it, which its own policy can't have. */
  protected readonly _selfArn?: string;

  public grant(grantee: IGrantable, ...actions: string[]): Grant {
    checkGrantee(this, grantee);
    const selfArn = this._selfArn ?? this.domainArn;
    return Grant.addToPrincipalOrResource({
      grantee,
      actions,
      resourceArns: [knownName(this) ? selfArn : this.domainArn],
      resourceSelfArns: [selfArn],
      resource: this,
    });
  }

  public grantAuthorizationToken(grantee: IGrantable, maxTokenDuration?: Duration): Grant {
    return this.grant(grantee, ...DOMAIN_TOKEN_ACTIONS).combine(
      grantBearerToken(this, grantee, maxTokenDuration),
    );
  }
}
