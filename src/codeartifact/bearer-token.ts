import { Annotations } from 'aws-cdk-lib';
import { Grant, type IGrantable } from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';
import { BEARER_TOKEN_ACTIONS } from './permissions';

/**
 * Lets a principal turn a CodeArtifact authorization token into one that the package endpoints accept.
 *
 * STS knows no resource for this action and honours it in identity policies only; the condition keeps
 * the token to CodeArtifact. Where the principal has no identity policy here, a warning on the resource says
 * what is left to do.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_bearer.html
 */
export function grantBearerToken(resource: IConstruct, grantee: IGrantable): Grant {
  const grant = Grant.addToPrincipal({
    grantee,
    actions: BEARER_TOKEN_ACTIONS,
    resourceArns: ['*'],
    conditions: { StringEquals: { 'sts:AWSServiceName': 'codeartifact.amazonaws.com' } },
  });
  if (!grant.success) {
    Annotations.of(resource).addWarningV2(
      'cdk-python-artifact-pipeline:identity-policy-left-to-do',
      'A grant to a principal whose policies are not of this app is one half. The other is an identity policy in ' +
        'the account of the principal that allows the same actions on the same resources, and ' +
        "sts:GetServiceBearerToken on '*' where sts:AWSServiceName is codeartifact.amazonaws.com.",
    );
  }
  return grant;
}
