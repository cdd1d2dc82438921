import { App, type Environment, Stack } from 'aws-cdk-lib';

/** The account and Region of the examples. */
export const ACME: Required<Environment> = { account: '111111111111', region: 'us-east-1' };

/** A stack of an app of its own; without an environment, account and Region are tokens. */
export function newStack(env?: Environment, id = 'Stack'): Stack {
  return new Stack(new App(), id, { env });
}
