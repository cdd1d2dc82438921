import { Token, TokenComparison } from 'aws-cdk-lib';
import { Grant, type GrantWithResourceOptions, type IGrantable, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';
import { sayWhatIsLeft } from './identity-policy';

/** What one statement of a grant allows, and where it can be said. */
export interface Permission extends Omit<GrantWithResourceOptions, 'grantee' | 'resource'> {
  /** The resource whose policy can say it as well. None for the bearer token. */
  readonly resource?: GrantWithResourceOptions['resource'];
  /** Whether also a principal of the account of the resource needs both policies. */
  readonly needsBothPolicies?: boolean;
}

/**
 * Grants several permissions as one, by identity policy, by resource policy or by both, as the accounts want it.
 *
 * Who calls has checked the grantee. What is left for a person to do is said at the construct that grants.
 */
export function grantPermissions(
  granting: IConstruct,
  grantee: IGrantable,
  permissions: Permission[],
): Grant {
  const inIdentityPolicy = permissions.map((permission) => Grant.addToPrincipal({ ...permission, grantee }));
  const grants = permissions.flatMap((permission, index) => [
    inIdentityPolicy[index],
    ...inResourcePolicy(permission, grantee, inIdentityPolicy[index]),
  ]);
  sayWhatIsLeft(granting, grantee, inIdentityPolicy, permissions);
  return grants.reduce((all, grant) => all.combine(grant));
}

/**
 * What `Grant.addToPrincipalOrResource` and `Grant.addToPrincipalAndResource` add to a resource policy. They do not
 * tell what became of the identity policy.
 */
function inResourcePolicy(permission: Permission, grantee: IGrantable, inIdentityPolicy: Grant): Grant[] {
  const { actions, resource, resourceArns, resourceSelfArns = resourceArns, needsBothPolicies } = permission;
  if (!resource) return [];
  const isOfOwner = isSameAccount(resource.env.account, grantee.grantPrincipal.principalAccount);
  if (inIdentityPolicy.success && isOfOwner && !needsBothPolicies) return [];
  const statement = new PolicyStatement({
    actions,
    resources: resourceSelfArns,
    principals: [grantee.grantPrincipal],
  });
  return [Grant.addStatementToResourcePolicy({ ...permission, resource, grantee, statement })];
}

function isSameAccount(one: string, other?: string): boolean {
  if (other === undefined) return false;
  const comparison = Token.compareStrings(one, other);
  return comparison === TokenComparison.SAME || comparison === TokenComparison.BOTH_UNRESOLVED;
}
