import type { IConstruct } from 'constructs';
import { invalidInput } from '../../private/invalid-input';
import type { PublishWorkflowProps } from '../options/workflow-options';

/** Whether the workflow runs on a GitHub Enterprise Server, which is behind github.com in what its actions can do. */
export function runsOnServer({ issuer }: PublishWorkflowProps): boolean {
  return issuer !== undefined && !issuer.isRunByGitHub;
}

/** The error for an option that a GitHub Enterprise Server can not have. */
export function refusedOnServer(
  scope: IConstruct,
  property: string,
  given: unknown,
  reason: string,
  see: string,
): Error {
  return invalidInput(
    {
      property,
      given,
      reason: `is not to be had on a GitHub Enterprise Server: ${reason}`,
      see,
    },
    scope,
  );
}
