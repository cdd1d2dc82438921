import type { IConstruct } from 'constructs';
import { invalidInput } from '../../private/invalid-input';
import type { PublishWorkflowProps } from '../options/workflow-options';

/** The role that fetches the tools, where they come from the repository and it can do nothing else. */
export function toolsRoleOf(scope: IConstruct, props: PublishWorkflowProps): string | undefined {
  const { toolsFromRepository, toolIndexUrl, toolsRoleArn } = props;
  if (!toolsFromRepository) return undefined;
  if (toolIndexUrl !== undefined) {
    throw invalidInput(
      {
        property: 'toolIndexUrl',
        given: toolIndexUrl,
        reason:
          'is another place than the repository, and toolsFromRepository says that the tools come from there',
        instead: 'one of the two',
      },
      scope,
    );
  }
  if (toolsRoleArn !== undefined && toolsRoleArn !== props.roleArn) return toolsRoleArn;
  throw invalidInput(
    {
      property: 'toolsRoleArn',
      given: toolsRoleArn,
      reason: toolsRoleArn ? 'is the role that publishes' : 'is needed for toolsFromRepository',
      allowed: 'the ARN of a role that can read and not publish',
    },
    scope,
  );
}
