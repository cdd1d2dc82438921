import { Stack, Stage } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { GitHubIssuer } from './issuer';

/** The ARN of an issuer's provider in the account of the stack: IAM forms it from the URL. */
export function arnOf(scope: IConstruct, issuer: GitHubIssuer): string {
  return Stack.of(scope).formatArn({
    service: 'iam',
    region: '',
    resource: 'oidc-provider',
    resourceName: issuer.name,
  });
}

/** Whether CloudFormation can refer from one stack to another: within a Stage, an account and a Region. */
export function canRefer(from: Stack, to: Stack): boolean {
  return Stage.of(from) === Stage.of(to) && from.account === to.account && from.region === to.region;
}
