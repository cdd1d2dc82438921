import { Annotations, type Duration, Token } from 'aws-cdk-lib';
import { Grant, type IGrantable } from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';
import { type UnreachedGrantee, unreachedGrantee } from './grantee';
import { BEARER_TOKEN_ACTIONS } from './permissions';
import { tokenDurationCondition } from './token-duration';

/**
 * Lets a principal turn a CodeArtifact authorization token into one that the package endpoints accept.
 *
 * STS knows no resource for this action and honours it in identity policies only; the condition keeps
 * the token to CodeArtifact. Where the principal has no identity policy here, a warning on the resource says
 * what is left to do.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_bearer.html
 */
export function grantBearerToken(
  resource: IConstruct,
  grantee: IGrantable,
  maxTokenDuration?: Duration,
): Grant {
  const grant = Grant.addToPrincipal({
    grantee,
    actions: BEARER_TOKEN_ACTIONS,
    resourceArns: ['*'],
    conditions: {
      StringEquals: { 'sts:AWSServiceName': 'codeartifact.amazonaws.com' },
      ...tokenDurationCondition(resource, maxTokenDuration),
    },
  });
  const unreached = unreachedGrantee(grantee);
  if (unreached) warnOfIdentityPolicy(resource, whoIsUnreached(unreached));
  else if (!grant.success) {
    const account = grantee.grantPrincipal.principalAccount;
    const whose = account === undefined || Token.isUnresolved(account) ? '' : ` of account ${account}`;
    warnOfIdentityPolicy(
      resource,
      `A grant to a principal${whose} whose policies are not of this app is one half.`,
    );
  }
  return grant;
}

function whoIsUnreached({ path, account, policyAccount }: UnreachedGrantee): string {
  const isUnknown = Token.isUnresolved(policyAccount);
  return (
    `A grant to ${path}, which is of account ${account}, is one half: its stack ` +
    `${isUnknown ? 'does not say that it is in that account' : `is in account ${policyAccount}`}, and a policy ` +
    `that CDK makes for it there does not reach it.${isUnknown ? ' Give the stack an env.' : ''}`
  );
}

function warnOfIdentityPolicy(resource: IConstruct, firstHalf: string): void {
  Annotations.of(resource).addWarningV2(
    'cdk-python-artifact-pipeline:identity-policy-left-to-do',
    `${firstHalf} The other is an identity policy in ` +
      'the account of the principal that allows the same actions on the same resources, and ' +
      "sts:GetServiceBearerToken on '*' where sts:AWSServiceName is codeartifact.amazonaws.com.",
  );
}
