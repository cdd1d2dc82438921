import { Grant, type IGrantable } from 'aws-cdk-lib/aws-iam';
import { BEARER_TOKEN_ACTIONS } from './permissions';

/**
 * Lets a principal turn a CodeArtifact authorization token into one that the package endpoints accept.
 *
 * STS knows no resource for this action and honours it in identity policies only; the condition keeps
 * the token to CodeArtifact.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_bearer.html
 */
export function grantBearerToken(grantee: IGrantable): Grant {
  return Grant.addToPrincipal({
    grantee,
    actions: BEARER_TOKEN_ACTIONS,
    resourceArns: ['*'],
    conditions: { StringEquals: { 'sts:AWSServiceName': 'codeartifact.amazonaws.com' } },
  });
}
