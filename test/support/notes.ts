import type { Stack } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';

/** The notes of a stack as `path: text`. */
export function notesOf(stack: Stack): string[] {
  return Annotations.fromStack(stack)
    .findInfo('*', Match.anyValue())
    .map(({ id, entry }) => `${id}: ${entry.data}`);
}
