import { invalidInput } from '../../private/invalid-input';
import { checkKind, TEXT } from '../../private/kinds';
import { isLeftToTokens, isPlaceholder } from '../../private/token-text';
import { checkGitRef } from '../names/git-ref';
import { parseRepository } from '../names/names';

/** The path of the reusable workflow, from the root of its repository. */
export const REUSABLE_WORKFLOW_PATH = '.github/workflows/codeartifact_python.yml';

const WORKFLOW_PATH = /^\.github\/workflows\/[A-Za-z0-9._-]+\.ya?ml$/;

/** Throws for what is not the path of a workflow: a wildcard there would trust all of them. */
export function checkWorkflowPath(place: string, path: string): void {
  checkKind(place, 'workflowPath', path, TEXT);
  if (WORKFLOW_PATH.test(path) || isPlaceholder(path)) return;
  throw invalidInput(
    {
      property: 'workflowPath',
      given: path,
      reason: 'is not the path of a workflow',
      allowed: `a file of .github/workflows, as in '${REUSABLE_WORKFLOW_PATH}'`,
      see: 'https://docs.github.com/en/actions/how-tos/reuse-automations/reuse-workflows',
    },
    place,
  );
}

/**
 * The repository that holds the reusable workflow for others to call.
 *
 * With a host, no other workflow of a publisher can assume the publish role.
 *
 * @see https://docs.github.com/en/actions/how-tos/secure-your-work/security-harden-deployments/oidc-with-reusable-workflows
 */
export class WorkflowHost {
  /**
   * The workflow as it is on a branch: a change there is in force for every publisher at once. Protect the
   * branch.
   *
   * Throws for what is no repository or no branch.
   *
   * @param repository `owner/name`
   * @param branch the exact name, such as `main`
   */
  public static branch(repository: string, branch: string): WorkflowHost {
    checkGitRef('WorkflowHost.branch', 'branch', branch);
    return WorkflowHost.at('WorkflowHost.branch', repository, branch, `refs/heads/${branch}`);
  }

  /**
   * The workflow as it is at a tag. A tag can be moved: protect it with a ruleset.
   *
   * Throws for what is no repository or no tag.
   *
   * @param repository `owner/name`
   * @param tag the exact name, such as `v1`
   */
  public static tag(repository: string, tag: string): WorkflowHost {
    checkGitRef('WorkflowHost.tag', 'tag', tag);
    return WorkflowHost.at('WorkflowHost.tag', repository, tag, `refs/tags/${tag}`);
  }

  /**
   * The workflow as it was in one commit, for good.
   *
   * Throws for what is no repository, and for an abbreviated commit.
   *
   * @param repository `owner/name`
   * @param sha all 40 hexadecimal digits
   */
  public static commit(repository: string, sha: string): WorkflowHost {
    checkKind(undefined, 'WorkflowHost.commit', sha, TEXT);
    if (!isLeftToTokens(sha) && !/^[0-9a-f]{40}$/.test(sha)) {
      throw invalidInput({
        property: 'WorkflowHost.commit',
        given: sha,
        reason: 'is not the full name of a commit',
        allowed: '40 lower-case hexadecimal digits, as `git rev-parse HEAD` prints them',
      });
    }
    return WorkflowHost.at('WorkflowHost.commit', repository, sha, sha);
  }

  private static at(property: string, repository: string, ref: string, fullRef: string): WorkflowHost {
    parseRepository(property, repository);
    return new WorkflowHost(repository, ref, fullRef);
  }

  private constructor(
    private readonly repository: string,
    private readonly ref: string,
    private readonly fullRef: string,
  ) {}

  /** @internal What a caller writes behind `uses:`. */
  public _uses(path: string): string {
    return `${this.repository}/${path}@${this.ref}`;
  }

  /** @internal The `job_workflow_ref` of a job of that workflow. */
  public _jobWorkflowRef(path: string): string {
    return `${this.repository}/${path}@${this.fullRef}`;
  }
}
