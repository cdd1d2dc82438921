import { checkKind, listOf, mapping } from '../../private/kinds';
import { checkEnvironment, checkGitRef, escapeSubject } from '../names/git-ref';
import { TRIGGER } from '../names/kinds';
import { fullRefs, type PushFilter, pushFilter, type Refs } from './refs';
import { ANY_TAG, mergeTags, type Releases, readableTags } from './releases';
import { checkTagPattern } from './tag-pattern';
import {
  ANY_REF,
  refuseAnyRef,
  refuseEnvironments,
  refuseNone,
  refuseReleases,
  refuseStart,
} from './trigger-refusals';

const DEFAULT_TAGS = ['v*.*.*'];

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
   * The version of the package is what a pattern has at its end: digits, `*` and dots, at the start or after `-`,
   * `_`, `/`, `@` or `==`, with or without `v`.
   *
   * Throws for a pattern that no tag could match, for one that GitHub and IAM read differently, and for one that
   * does not tell where the version begins.
   *
   * @param patterns such as `sdk-v*`; `v*.*.*` where none is given
   * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#filter-pattern-cheat-sheet
   */
  public static tags(...patterns: string[]): PublishTrigger {
    const tags = patterns.length ? patterns : DEFAULT_TAGS;
    for (const pattern of tags) checkTagPattern(pattern);
    return new PublishTrigger({
      tags: mergeTags(tags.map((pattern) => ({ pattern, releases: 'all' }))),
      branches: [],
    });
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
    return new PublishTrigger({ tags: [], branches: [name] });
  }

  /**
   * When one of some branches is pushed to.
   *
   * Throws for no name, a pattern, and for what could not be a branch.
   *
   * @param names the exact names, such as `main` and `release/1.x`
   */
  public static branches(...names: string[]): PublishTrigger {
    if (names.length === 0) throw refuseNone('PublishTrigger.branches');
    for (const name of names) checkGitRef('PublishTrigger.branches', 'branch', name);
    return new PublishTrigger({ tags: [], branches: [...new Set(names)] });
  }

  /**
   * When any of several triggers says so, so that one role publishes on tags and on a branch.
   *
   * Throws for no trigger, for any ref, and for environments that differ: a job has one environment, or none.
   *
   * @param triggers such as `PublishTrigger.tags('v*')` and `PublishTrigger.branch('main')`
   */
  public static anyOf(...triggers: PublishTrigger[]): PublishTrigger {
    if (triggers.length === 0) throw refuseNone('PublishTrigger.anyOf');
    checkKind(undefined, 'PublishTrigger.anyOf', triggers, listOf(TRIGGER));
    if (triggers.some((trigger) => trigger._isAnyRef())) throw refuseAnyRef();
    const environments = [...new Set(triggers.map(({ environment }) => environment))];
    if (environments.length > 1) throw refuseEnvironments(environments);
    return new PublishTrigger(
      {
        tags: mergeTags(triggers.flatMap(({ refs }) => refs.tags)),
        branches: [...new Set(triggers.flatMap(({ refs }) => refs.branches))],
      },
      environments[0],
    );
  }

  /**
   * When a deployment to an environment is let through. The role then trusts the environment, on the tags or
   * branches that start the workflow; on a GitHub Enterprise Server, whose `ref` AWS can't see, on any ref.
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
      throw refuseStart(startedBy.environment, 'is an environment as well, and a job has one');
    }
    if (startedBy._isAnyRef()) {
      throw refuseStart(ANY_REF, 'is what a role can trust, and nothing that starts a workflow');
    }
    return new PublishTrigger(startedBy.refs, name);
  }

  /**
   * Any tag, branch, pull request and environment of the publisher, as in `repo:owner/name:*`. Whoever can
   * open a pull request from within the repository can publish; a warning says so.
   */
  public static anyRef(): PublishTrigger {
    const tags = DEFAULT_TAGS.map((pattern) => ({ pattern, releases: 'all' as const }));
    return new PublishTrigger({ tags, branches: [], isAnyRef: true });
  }

  private constructor(
    private readonly refs: Refs,
    private readonly environment?: string,
  ) {}

  /**
   * The same without the tags of pre-releases, such as `v1.0.0rc1` and `v1.0.0.dev1`: a run for one of them builds,
   * says so and publishes nothing. The role trusts these tags nevertheless, since IAM can't tell them apart.
   *
   * Throws where no tags are pushed, and where pre-releases alone are meant.
   *
   * @see https://packaging.python.org/en/latest/specifications/version-specifiers/#pre-releases
   */
  public finalOnly(): PublishTrigger {
    return this.only('finalOnly', 'final');
  }

  /**
   * The same for the tags of pre-releases and development releases alone, such as `v1.0.0rc1`: a run for another one
   * builds, says so and publishes nothing. The role trusts the other tags nevertheless, since IAM can't tell them
   * apart.
   *
   * Throws where no tags are pushed, and where final releases alone are meant.
   *
   * @see https://packaging.python.org/en/latest/specifications/version-specifiers/#pre-releases
   */
  public preReleasesOnly(): PublishTrigger {
    return this.only('preReleasesOnly', 'pre');
  }

  /** @internal What starts the workflow. */
  public _pushFilter(): PushFilter {
    return pushFilter(this.refs);
  }

  /** @internal The tags, for the script that reads the version in them; any where none is said. */
  public _readableTags(): string[] {
    const { tags, isAnyRef } = this.refs;
    return isAnyRef || tags.length === 0 ? ANY_TAG : tags.map(readableTags);
  }

  /** @internal The exact names of the branches that publish. */
  public _branches(): string[] {
    return this.refs.branches;
  }

  /** @internal The environment of the publish job. */
  public _environment(): string | undefined {
    return this.environment;
  }

  /** @internal What follows the repository in the subject. */
  public _contexts(): string[] {
    if (this._isAnyRef()) return ['*'];
    if (this.environment !== undefined) return [`environment:${escapeSubject(this.environment)}`];
    return fullRefs(this.refs).map((ref) => `ref:${ref}`);
  }

  /** @internal The same said by claims of their own, for subjects that are not known one by one. */
  public _claims(): Record<string, string[]> {
    if (this._isAnyRef()) return {};
    return {
      ref: fullRefs(this.refs),
      ...(this.environment !== undefined && { environment: [this.environment] }),
    };
  }

  /**
   * @internal What the subject of an environment leaves open: the ref; and the name, where it has a colon, since the
   * subject of `a%3Ab` is that of `a:b`.
   */
  public _claimsBesideSubject(): Record<string, string[]> {
    if (this.environment === undefined) return {};
    const isEscaped = escapeSubject(this.environment) !== this.environment;
    return { ref: fullRefs(this.refs), ...(isEscaped && { environment: [this.environment] }) };
  }

  /** @internal Whether any workflow run of the publisher is trusted. */
  public _isAnyRef(): boolean {
    return this.refs.isAnyRef === true;
  }

  private only(method: string, releases: Releases): PublishTrigger {
    const { tags, branches } = this.refs;
    const other = tags.find((tag) => tag.releases !== 'all' && tag.releases !== releases);
    if (this._isAnyRef() || tags.length === 0 || other) {
      const given = this._isAnyRef() ? ANY_REF : [...tags.map(({ pattern }) => pattern), ...branches];
      throw refuseReleases(method, given, other !== undefined);
    }
    return new PublishTrigger(
      { tags: tags.map(({ pattern }) => ({ pattern, releases })), branches },
      this.environment,
    );
  }
}
