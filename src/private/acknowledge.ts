import type { IConstruct } from 'constructs';

import cdk = require('aws-cdk-lib');

/** A rule of somebody's policy as code, and why it is not followed here. */
export interface NagRule {
  readonly id: string;
  readonly reason: string;
}

/** What the CDK has since some version above the floor. */
interface WithValidations {
  readonly Validations?: { of(scope: IConstruct): { acknowledge(...rules: NagRule[]): void } };
}

/**
 * Acknowledges rules for a construct and all in it, where the installed CDK can. Only there are the rules asked for.
 *
 * @see https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.Validations.html
 */
export function acknowledge(scope: IConstruct, rules: () => NagRule[]): void {
  (cdk as WithValidations).Validations?.of(scope).acknowledge(...rules());
}
