import { Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { knownPartition } from '../../private/environment';

/**
 * The audiences of tokens that are meant for AWS STS: the one of every partition, and the one of the
 * stack's own where that differs.
 *
 * @see https://docs.github.com/en/actions/how-tos/secure-your-work/security-harden-deployments/oidc-in-aws
 */
export function stsAudiences(scope: IConstruct): string[] {
  const isChina = knownPartition(Stack.of(scope).region) === 'aws-cn';
  return isChina ? ['sts.amazonaws.com', 'sts.amazonaws.com.cn'] : ['sts.amazonaws.com'];
}
