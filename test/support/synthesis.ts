import type { App } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** Why an app fails its synthesis, each reason with the path before it that CDK prints; none where it does not. */
export function problemsOf(construct: IConstruct): string[] {
  try {
    (construct.node.root as App).synth();
  } catch (error) {
    const [, ...problems] = (error as Error).message.split('\n  ');
    if (problems.length === 0) throw error;
    return problems;
  }
  return [];
}
