import { invalidInput } from '../../private/invalid-input';
import { checkKind, type Kind, listOf, mapping, TEXT } from '../../private/kinds';
import { isLeftToTokens } from '../../private/token-text';
import { problemForIam } from '../names/git-ref';

/**
 * What the token of a workflow run has to say beside who it is from and when. Each can only narrow what a role
 * trusts; of a list, one has to be there.
 *
 * These are the claims that AWS has condition keys for and no other property speaks of. For the repository there is
 * `GitHubPublisher` or `GitHubReader`, for the called workflow `WorkflowHost`, for ref and environment
 * `PublishTrigger`, or `environments` of a reader.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif
 */
export interface RequiredClaims {
  /**
   * The logins of those who may start a run, such as `octocat` or `release-please[bot]`. Whoever runs it once more
   * does so in their name. A login can be given up and taken by another: prefer `actorIds`.
   * @default - whoever
   */
  readonly actors?: string[];

  /**
   * The numeric ids of those who may start a run, in digits, as `gh api users/octocat --jq .id` prints them.
   * @default - whoever
   */
  readonly actorIds?: string[];

  /**
   * The numeric ids of the enterprises that the repository may be in, in digits.
   * @default - any, and none
   */
  readonly enterpriseIds?: string[];

  /**
   * The names of the workflows that may run, exactly as in their `name:`; of the calling one where one calls another.
   * Whoever may edit a workflow may name it so.
   * @default - any
   */
  readonly workflows?: string[];
}

interface Claim {
  readonly key: string;
  readonly problem: (value: string) => string | undefined;
  readonly allowed: string;
}

/** For who writes no TypeScript. */
export const REQUIRED_CLAIMS: Kind = mapping("an object, as in { actorIds: ['583231'] }");

const LOGIN = /^[A-Za-z0-9][A-Za-z0-9-]*(_[A-Za-z0-9]+)?(\[bot\])?$/;
const ID = /^[1-9][0-9]*$/;

const ids = (key: string): Claim => ({
  key,
  problem: (value) => (ID.test(value) ? undefined : 'is not an id that GitHub gives'),
  allowed: "digits in quotes, as in '1234'",
});

const CLAIMS: Record<keyof RequiredClaims, Claim> = {
  actors: {
    key: 'actor',
    problem: (value) => (LOGIN.test(value) ? undefined : 'is not the login of a GitHub user or app'),
    allowed: "letters, digits and hyphens, as in 'octocat' or 'release-please[bot]'; no wildcard",
  },
  actorIds: ids('actor_id'),
  enterpriseIds: ids('enterprise_id'),
  workflows: {
    key: 'workflow',
    problem: (value) =>
      value.trim() === ''
        ? 'is empty'
        : /\p{Cc}/u.test(value)
          ? 'has a control character'
          : problemForIam(value),
    allowed: "the exact name of a workflow, as in 'Publish'; no wildcard",
  },
};

/**
 * The claims by the names that GitHub gives them.
 *
 * Throws for another claim, for an empty list, and for a value that GitHub does not give or IAM would read as more than itself; a token
 * passes.
 */
export function requiredClaims(place: string, given: RequiredClaims = {}): Record<string, string[]> {
  const unknown = Object.keys(given).find((name) => !Object.hasOwn(CLAIMS, name));
  if (unknown !== undefined) {
    const allowed = `${Object.keys(CLAIMS).join(', ')}`;
    throw invalidInput(
      { property: 'requiredClaims', given: unknown, reason: 'is none of the claims', allowed },
      place,
    );
  }
  const claims: Record<string, string[]> = {};
  for (const [name, { key, problem, allowed }] of Object.entries(CLAIMS)) {
    const values = given[name as keyof RequiredClaims];
    if (values === undefined) continue;
    const property = `requiredClaims ${name}`;
    checkKind(place, property, values, listOf(TEXT));
    if (values.length === 0) {
      const reason = 'is empty, so that nobody could assume the role';
      throw invalidInput({ property, given: [], reason, allowed: 'at least one' }, place);
    }
    for (const value of values) {
      const reason = isLeftToTokens(value) ? undefined : problem(value);
      if (reason) throw invalidInput({ property, given: value, reason, allowed }, place);
    }
    claims[key] = [...new Set(values)];
  }
  return claims;
}
