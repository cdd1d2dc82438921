import { Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { escapeFilter, problemOfGitRef } from '../../github/names/git-ref';
import { invalidInput } from '../../private/invalid-input';
import { checkKinds } from '../../private/kinds';
import { literalsOf } from '../../private/token-text';
import { DRY_RUN_KINDS } from '../options/option-kinds';
import type { PublishWorkflowProps } from '../options/workflow-options';

/** What starts the calling workflow beside its trigger. */
export interface OtherStarts {
  readonly workflowDispatch: boolean;
  readonly pullRequests: boolean;
  /** As GitHub's filters read them. */
  readonly branches: string[];
}

/** Throws for a dry run of nothing, of what is published, and of what could not be a branch. */
export function otherStarts(scope: IConstruct, props: PublishWorkflowProps): OtherStarts {
  const { workflowDispatch = false, dryRun, publishOn } = props;
  if (dryRun) checkKinds(scope, dryRun, DRY_RUN_KINDS);
  const { pullRequests = false, branches = [] } = dryRun ?? {};
  if (dryRun && !pullRequests && branches.length === 0) {
    throw invalidInput(
      {
        property: 'dryRun',
        given: dryRun,
        reason: 'names nothing to try',
        allowed: 'pullRequests, branches or both',
      },
      scope,
    );
  }
  for (const branch of branches) {
    const reason = problemOfBranch(branch, publishOn._branches());
    if (!reason) continue;
    throw invalidInput(
      {
        property: 'dryRun branches',
        given: branch,
        reason,
        allowed: "the name of a branch that does not publish, in which '*' stands for any characters",
      },
      scope,
    );
  }
  return { workflowDispatch, pullRequests, branches: [...new Set(branches.map(escapeFilter))] };
}

function problemOfBranch(branch: string, published: string[]): string | undefined {
  if (Token.isUnresolved(branch)) return 'is known to CloudFormation only';
  if (branch.includes('${{')) return 'has an expression, which GitHub takes in no filter';
  if (published.includes(branch)) return 'is published already';
  // A star is a wildcard here; a question mark would be one, and Git takes none.
  return branch.includes('?')
    ? 'has a character that Git allows in no ref'
    : problemOfGitRef(literalsOf(branch, 'x'));
}
