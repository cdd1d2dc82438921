import { CfnParameter, type Stack } from 'aws-cdk-lib';
import { newStack } from './stacks';

/** A text that only deployment knows: the value of the parameter `Parameter`. */
export function tokenText(stack: Stack = newStack()): string {
  const parameter = stack.node.tryFindChild('Parameter') ?? new CfnParameter(stack, 'Parameter');
  return (parameter as CfnParameter).valueAsString;
}
