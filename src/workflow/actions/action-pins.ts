import type { IConstruct } from 'constructs';
import { invalidInput } from '../../private/invalid-input';
import { checkKind, TEXT } from '../../private/kinds';
import { isPlaceholder } from '../../private/token-text';
import type { ActionVersion } from './action-version';
import type { ActionName, PinnedAction } from './actions';
import { suppressionFor } from './called-workflow';
import { actionsFor } from './server-actions';

const EPHEMERAL = 'zizmor: ignore[self-hosted-runner] the app says that this runner is gone after one job';
const LOCAL_ACTION =
  'zizmor: ignore[self-repository] runners before 2.336 do not know $/, and the checkout has it';
const OWN_ACTION =
  'zizmor: ignore[unpinned-uses] the host decides what this ref is, and the app names the host';
const PINNING = 'https://docs.github.com/en/actions/reference/security/secure-use#using-third-party-actions';

/** The commits that the actions of one workflow are pinned to, and the versions that these are. */
export class ActionPins {
  private readonly comments = new Map<string, string>();
  private readonly actions: Record<ActionName, PinnedAction>;

  /** Throws for an action that no generated workflow uses, and for what is no full commit. */
  constructor(
    scope: IConstruct,
    private readonly overrides: { [action: string]: ActionVersion } = {},
    isServer = false,
  ) {
    this.actions = actionsFor(isServer);
    for (const [action, version] of Object.entries(overrides)) {
      if (!Object.hasOwn(this.actions, action)) {
        throw invalidInput(
          {
            property: 'actionVersions',
            given: action,
            reason: 'is no action of the generated workflows',
            allowed: Object.keys(this.actions).join(', '),
          },
          scope,
        );
      }
      checkActionVersion(scope, `actionVersions ${action}`, version);
    }
  }

  /** What stands behind `uses:`. */
  public uses(action: ActionName): string {
    return this.pin(action, this.overrides[action] ?? this.actions[action]);
  }

  /** The same for an action of the user's choice. */
  public pin(action: string, { sha, version }: ActionVersion): string {
    const uses = `${action}@${sha}`;
    this.comments.set(uses, version);
    return uses;
  }

  /** The same for the workflow that a caller calls, which is no action. */
  public workflow(uses: string): string {
    const suppression = suppressionFor(uses);
    if (suppression) this.comments.set(uses, suppression);
    return uses;
  }

  /** The same for an action of the reader's own organization. */
  public ownAction(uses: string): string {
    if (uses.startsWith('./')) this.comments.set(uses, LOCAL_ACTION);
    else if (!/@[0-9a-f]{40}$/.test(uses)) this.comments.set(uses, OWN_ACTION);
    return uses;
  }

  /** Explains a runner that is said to be gone after one job; a patch copies it, so that it is known by its text. */
  public ephemeralRunner(runsOn: unknown): void {
    this.comments.set(JSON.stringify(runsOn), EPHEMERAL);
  }

  /** What is said beside what stands behind `uses:`: its version, or why it has none. */
  public commentOf(uses: string): string | undefined {
    return this.comments.get(uses);
  }
}

/** Throws for a commit that is not written in full, and for a version that could not be a comment. */
export function checkActionVersion(
  scope: IConstruct,
  property: string,
  { sha, version }: ActionVersion,
): void {
  checkKind(scope, `${property} sha`, sha, TEXT);
  checkKind(scope, `${property} version`, version, TEXT);
  if (!/^[0-9a-f]{40}$/.test(sha) && !isPlaceholder(sha)) {
    throw invalidInput(
      {
        property,
        given: sha,
        reason: 'is not the full name of a commit, and a tag can be moved to other code',
        allowed: '40 lower-case hexadecimal digits, as `git ls-remote` prints them behind a tag',
        see: PINNING,
      },
      scope,
    );
  }
  if (!/^[\w.+-]+$/.test(version) && !isPlaceholder(version)) {
    throw invalidInput(
      {
        property,
        given: version,
        reason: 'is not a version',
        allowed: "a tag, as in 'v7.0.1'",
        see: PINNING,
      },
      scope,
    );
  }
}
