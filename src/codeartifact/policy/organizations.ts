import { Token } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';
import { invalidInput } from '../../private/invalid-input';
import { isLeftToTokens } from '../../private/token-text';

const ORGANIZATION_ID = /^o-[a-z0-9]{10,32}$/;

/**
 * Allows actions to every principal of some AWS organizations, and to nobody else.
 *
 * The principal is `*`, since an organization is no principal of its own; `aws:PrincipalOrgID` is what
 * keeps everybody else out.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalorgid
 */
export function allowOrganizations(
  organizationIds: string[],
  actions: string[],
  resource: string,
): PolicyStatement {
  return new PolicyStatement({
    effect: Effect.ALLOW,
    principals: [new AnyPrincipal()],
    actions,
    resources: [resource],
    conditions: { StringEquals: { 'aws:PrincipalOrgID': [...new Set(organizationIds)] } },
  });
}

/** Throws for an id that AWS Organizations could not have given; a token passes, as does a list that is one. */
export function checkOrganizationIds(scope: IConstruct, organizationIds: string[]): void {
  if (Token.isUnresolved(organizationIds)) return;
  for (const [index, id] of organizationIds.entries()) {
    if (ORGANIZATION_ID.test(id) || isLeftToTokens(id)) continue;
    throw invalidInput(
      {
        property: `organizationIds[${index}]`,
        given: id,
        reason: 'is not the id of an AWS organization',
        allowed: "'o-' and 10 to 32 lower-case letters or digits; no wildcard, no root or unit id",
        instead: 'what `aws organizations describe-organization --query Organization.Id` prints',
        see: 'https://docs.aws.amazon.com/organizations/latest/APIReference/API_Organization.html',
      },
      scope,
    );
  }
}
