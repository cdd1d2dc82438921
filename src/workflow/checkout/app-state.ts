import { Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** The first construct of an app with an error, which the CDK CLI judges when all is written. */
export function firstWithError(app: IConstruct): IConstruct | undefined {
  return app.node.findAll().find(({ node }) => node.metadata.some(({ type }) => type === 'aws:cdk:error'));
}

/**
 * Whether the CDK CLI has yet to look up a value, and runs the app again then. The CDK keeps this to itself until
 * the stack is synthesized.
 */
export function awaitsLookup(app: IConstruct): boolean {
  return app.node.findAll().some((construct) => {
    if (!Stack.isStack(construct)) return false;
    const { _missingContext } = construct as unknown as { _missingContext?: readonly unknown[] };
    return (_missingContext?.length ?? 0) > 0;
  });
}
