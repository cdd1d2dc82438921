import type { CommonGrantOptions } from 'aws-cdk-lib/aws-iam';
import { BEARER_TOKEN_ACTIONS } from './permissions';

/**
 * Turning a CodeArtifact authorization token into one that the package endpoints accept.
 *
 * STS knows no resource for this action and honours it in identity policies only; the condition keeps
 * the token to CodeArtifact.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_bearer.html
 */
export const BEARER_TOKEN: Omit<CommonGrantOptions, 'grantee'> = {
  actions: BEARER_TOKEN_ACTIONS,
  resourceArns: ['*'],
  conditions: { StringEquals: { 'sts:AWSServiceName': 'codeartifact.amazonaws.com' } },
};
