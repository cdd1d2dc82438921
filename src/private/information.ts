import { Annotations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** What the CDK keeps to itself. Where it moves, a test fails, and nothing but time is lost. */
interface Traced {
  stackTraces: boolean;
}

/**
 * Says what many a right set-up is told, under an id that can be acknowledged.
 *
 * It goes without the stack trace that a warning has: that takes as long to make as an output of the stack, and the
 * construct path says where.
 */
export function inform(construct: IConstruct, id: string, text: string): void {
  const annotations = Annotations.of(construct);
  (annotations as unknown as Traced).stackTraces = false;
  annotations.addInfoV2(`cdk-python-artifact-pipeline:${id}`, text);
}
