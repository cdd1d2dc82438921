import type { Duration } from 'aws-cdk-lib';
import type { CommonGrantOptions } from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';
import { BEARER_TOKEN_ACTIONS } from './permissions';
import { tokenDurationCondition } from './token-duration';

/**
 * Turning a CodeArtifact authorization token into one that the package endpoints accept.
 *
 * STS knows no resource for this action and honours it in identity policies only; the condition keeps
 * the token to CodeArtifact.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_bearer.html
 */
export function bearerToken(
  resource: IConstruct,
  maxTokenDuration?: Duration,
): Omit<CommonGrantOptions, 'grantee'> {
  return {
    actions: BEARER_TOKEN_ACTIONS,
    resourceArns: ['*'],
    conditions: {
      StringEquals: { 'sts:AWSServiceName': 'codeartifact.amazonaws.com' },
      ...tokenDurationCondition(resource, maxTokenDuration),
    },
  };
}
