import { invalidInput } from '../../private/invalid-input';
import { checkKind, mapping } from '../../private/kinds';
import { checkEnvironment, checkGitRef, escapeFilter, escapeSubject } from '../names/git-ref';
import { TRIGGER } from '../names/kinds';
import { checkTagPattern } from './tag-pattern';

const DEFAULT_TAGS = ['v*.*.*'];

/** What starts a workflow: the `push` of its `on:`. */
export interface PushFilter {
  /**
   * Patterns of tags, as GitHub reads them.
   * @default - none
   */
  readonly tags?: string[];

  /**
   * Patterns of branches, as GitHub reads them.
   * @default - none
   */
  readonly branches?: string[];
}

/** How a trigger that waits for an environment is started. */
export interface EnvironmentTriggerOptions {
  /**
   * What starts the workflow, whose publish job then waits for the environment.
   * @default PublishTrigger.tags('v*.*.*')
   */
  readonly startedBy?: PublishTrigger;
}

const ENVIRONMENT_OPTIONS = mapping("an object, as in { startedBy: PublishTrigger.tags('v*.*.*') }");

/**
 * When a package is published. Said once, it becomes the `on:` of the workflow that a package author has,
 * the `environment:` of the publish job, and the part of the subject that the role trusts.
 *
 * @see https://docs.github.com/en/actions/reference/security/oidc
 */
export class PublishTrigger {
  /**
   * When a tag is pushed. `*` stands for any characters, in GitHub's filter without `/`.
   *
   * Throws for a pattern that no tag could match, and for one that GitHub and IAM read differently.
   *
   * @param patterns such as `release-*`; `v*.*.*` where none is given
   * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#filter-pattern-cheat-sheet
   */
  public static tags(...patterns: string[]): PublishTrigger {
    const tags = patterns.length ? patterns : DEFAULT_TAGS;
    for (const pattern of tags) checkTagPattern(pattern);
    return new PublishTrigger(
      { tags },
      tags.map((tag) => `ref:refs/tags/${tag}`),
      { ref: tags.map((tag) => `refs/tags/${tag}`) },
    );
  }

  /**
   * When one branch is pushed to.
   *
   * Throws for a pattern, and for what could not be a branch.
   *
   * @param name the exact name, such as `main`
   */
  public static branch(name: string): PublishTrigger {
    checkGitRef('PublishTrigger.branch', 'branch', name);
    return new PublishTrigger({ branches: [escapeFilter(name)] }, [`ref:refs/heads/${name}`], {
      ref: [`refs/heads/${name}`],
    });
  }

  /**
   * When a deployment to an environment is let through. The role then trusts the environment, on the tags or
   * branch that start the workflow; on a GitHub Enterprise Server, whose `ref` AWS can't see, on any ref.
   *
   * Create the environment in each repository, with protection rules: GitHub makes one that is missing, with
   * none.
   *
   * Throws for a name that GitHub or IAM would read as something else, and for a start by an environment or any
   * ref.
   *
   * @param name the exact name, such as `release`
   * @param options what starts the workflow
   * @see https://docs.github.com/en/actions/reference/workflows-and-actions/deployments-and-environments
   */
  public static environment(name: string, options: EnvironmentTriggerOptions = {}): PublishTrigger {
    checkEnvironment(name);
    checkKind(undefined, 'PublishTrigger.environment options', options, ENVIRONMENT_OPTIONS);
    checkKind(undefined, 'PublishTrigger.environment startedBy', options.startedBy, TRIGGER, false);
    const startedBy = options.startedBy ?? PublishTrigger.tags();
    if (startedBy.environment !== undefined) {
      throw refuseStart(startedBy.environment.name, 'is an environment as well, and a job has one');
    }
    if (startedBy._isAnyRef()) {
      throw refuseStart(
        'PublishTrigger.anyRef()',
        'is what a role can trust, and nothing that starts a workflow',
      );
    }
    return new PublishTrigger(
      startedBy.pushFilter,
      [`environment:${escapeSubject(name)}`],
      { ...startedBy.claims, environment: [name] },
      { name, claims: startedBy.claims },
    );
  }

  /**
   * Any tag, branch, pull request and environment of the publisher, as in `repo:owner/name:*`. Whoever can
   * open a pull request from within the repository can publish; a warning says so.
   */
  public static anyRef(): PublishTrigger {
    return new PublishTrigger({ tags: DEFAULT_TAGS }, ['*'], {});
  }

  private constructor(
    private readonly pushFilter: PushFilter,
    private readonly contexts: string[],
    private readonly claims: Record<string, string[]>,
    private readonly environment?: { readonly name: string; readonly claims: Record<string, string[]> },
  ) {}

  /** @internal What starts the workflow. */
  public _pushFilter(): PushFilter {
    return this.pushFilter;
  }

  /** @internal The environment of the publish job. */
  public _environment(): string | undefined {
    return this.environment?.name;
  }

  /** @internal What follows the repository in the subject. */
  public _contexts(): string[] {
    return this.contexts;
  }

  /** @internal The same said by claims of their own, for subjects that are not known one by one. */
  public _claims(): Record<string, string[]> {
    return this.claims;
  }

  /** @internal What the subject of an environment leaves open: the ref. */
  public _claimsBesideSubject(): Record<string, string[]> {
    return this.environment?.claims ?? {};
  }

  /** @internal Whether any workflow run of the publisher is trusted. */
  public _isAnyRef(): boolean {
    return this.contexts.includes('*');
  }
}

function refuseStart(given: string, reason: string): Error {
  return invalidInput({
    property: 'PublishTrigger.environment startedBy',
    given,
    reason,
    allowed: 'PublishTrigger.tags or PublishTrigger.branch',
  });
}
