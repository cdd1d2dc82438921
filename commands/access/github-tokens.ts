import {
  ACTOR,
  FILE_NAME,
  fullRef,
  ID,
  LOGIN,
  REF_NAME,
  REPOSITORY_NAME,
  TEXT,
  word,
} from './language/field';
import type { Example, Feed, Script, Segment } from './language/script';

/*
 * The tokens that GitHub can issue: which texts the claims of one can have, and which of them go together. A name and
 * an id are no pair, since names are given up and taken over; the length of a name is not in it.
 *
 * Left out, so that nothing is said of them: subjects that an owner made up (`include_claim_keys`), and condition keys
 * of the session that a token opens.
 *
 * The claims: https://docs.github.com/en/actions/reference/security/oidc#understanding-the-oidc-token
 * Those that AWS has keys for:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif
 */

/** Who issues tokens, as one provider of an account knows it. */
export interface Issuer {
  /** The URL without its scheme, which is the prefix of the condition keys. */
  readonly name: string;
  /** Those that the provider takes; any where it is not in the template. @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateOpenIDConnectProvider.html */
  readonly audiences?: readonly string[];
}

/** The parts of a token that no condition key has, for those who say who is meant in other words. */
export const PART = {
  form: 'part:form',
  owner: 'part:owner',
  repository: 'part:repository',
  ownerId: 'part:owner id',
  repositoryId: 'part:repository id',
  context: 'part:context',
  environment: 'part:environment',
  ref: 'part:ref',
} as const;

/** A GitHub Enterprise Server has keys for its subject and audience only. */
const isRunByGitHub = ({ name }: Issuer) =>
  /^token\.actions\.(githubusercontent\.com|[^/]+\.ghe\.com)(\/|$)/.test(name);

export function tokenScripts(issuer: Issuer, mentioned: ReadonlySet<string>): Script[] {
  const key = (claim: string) => `${issuer.name}:${claim}`.toLowerCase();
  const claim = (name: string): string =>
    isRunByGitHub(issuer) || name === 'sub' || name === 'aud' ? key(name) : `hidden:${name}`;
  // Both forms of a subject: https://docs.github.com/en/actions/reference/security/oidc#immutable-subject-claims
  const forms = isRunByGitHub(issuer) ? [classic(claim), immutable(claim)] : [classic(claim)];
  // What follows the repository: https://docs.github.com/en/actions/reference/security/oidc#example-subject-claims
  const contexts = [onRef(claim), inEnvironment(claim), onPullRequest(claim)];
  const both = (name: string) => (mentioned.has(claim(name)) ? [true, false] : [false]);
  return both('job_workflow_ref').flatMap((isKnown) =>
    both('enterprise_id').flatMap((isOfEnterprise) =>
      forms.flatMap((form) =>
        contexts.map((context) => ({
          name: `${form.name} subject, ${context.name}`,
          // What stands by itself comes first: it is decided once, and not again for each repository.
          segments: [
            ...others(claim, issuer),
            ...(isOfEnterprise
              ? [{ name: 'enterprise id', field: ID, sample: '1', to: [claim('enterprise_id')] }]
              : []),
            ...calledWorkflow(
              isKnown || !both('job_workflow_ref')[0] ? claim('job_workflow_ref') : 'hidden:none',
            ),
            ...form.segments,
            ...context.segments,
          ],
          // A key that AWS does not have, or that the token does not fill, is absent.
          lacks: (asked: string) => CLAIM_OF_A_PROVIDER.test(asked),
        })),
      ),
    ),
  );
}

/** The keys of a token of another provider are absent as well: they begin with the name of its host. */
const CLAIM_OF_A_PROVIDER = /^[a-z0-9-]+(\.[a-z0-9-]+)+(\/[^:]*)?:/;

type Claim = (name: string) => string;
interface Part {
  readonly name: string;
  readonly segments: readonly Segment[];
}

const text = (value: string, ...to: Feed[]): Segment => ({ text: value, to });

function repository(claim: Claim) {
  return {
    owner: {
      name: 'owner',
      field: LOGIN,
      sample: 'acme',
      to: [claim('sub'), claim('repository'), PART.owner],
    },
    slash: text('/', claim('sub'), claim('repository')),
    name: {
      name: 'repository',
      field: REPOSITORY_NAME,
      sample: 'orders',
      to: [claim('sub'), claim('repository'), PART.repository],
    },
    ownerId: {
      name: 'owner id',
      field: ID,
      sample: '1234',
      to: [claim('repository_owner_id'), PART.ownerId],
    },
    repositoryId: {
      name: 'repository id',
      field: ID,
      sample: '5678',
      to: [claim('repository_id'), PART.repositoryId],
    },
  };
}

function classic(claim: Claim): Part {
  const { owner, slash, name, ownerId, repositoryId } = repository(claim);
  const segments = [
    text('classic', PART.form),
    text('repo:', claim('sub')),
    owner,
    slash,
    name,
    text(':', claim('sub')),
  ];
  return { name: 'classic', segments: [...segments, ownerId, repositoryId] };
}

function immutable(claim: Claim): Part {
  const { owner, slash, name, ownerId, repositoryId } = repository(claim);
  const inSubject = <T extends { readonly to: readonly Feed[] }>(segment: T): T => ({
    ...segment,
    to: [...segment.to, claim('sub')],
  });
  const at = text('@', claim('sub'));
  const segments = [
    text('immutable', PART.form),
    text('repo:', claim('sub')),
    owner,
    at,
    inSubject(ownerId),
    slash,
    name,
    at,
  ];
  return { name: 'immutable', segments: [...segments, inSubject(repositoryId), text(':', claim('sub'))] };
}

function onRef(claim: Claim): Part {
  const to = [claim('sub'), claim('ref'), PART.ref];
  const segments = [
    text('ref', PART.context),
    text('ref:', claim('sub')),
    { name: 'kind of ref', choice: ['refs/tags/', 'refs/heads/'], to },
    { name: 'ref name', field: REF_NAME, sample: 'v1.2.3', to },
  ];
  return { name: 'on a branch or tag', segments };
}

/** The environment takes the place of everything else, whatever started the run. GitHub escapes its colons. */
function inEnvironment(claim: Claim): Part {
  const escaped = { key: claim('sub'), write: (char: string) => (char === ':' ? '%3A' : char) };
  const segments = [
    text('environment', PART.context),
    text('environment:', claim('sub')),
    {
      name: 'environment',
      field: TEXT,
      sample: 'release',
      to: [escaped, claim('environment'), PART.environment],
    },
    { name: 'ref', field: fullRef(false), sample: 'refs/tags/v1.2.3', to: [claim('ref'), PART.ref] },
  ];
  return { name: 'in an environment', segments };
}

/** Also those that run on the target of a pull request, whose ref is a branch. */
function onPullRequest(claim: Claim): Part {
  const ref = {
    name: 'ref',
    field: fullRef(false),
    sample: 'refs/pull/1/merge',
    to: [claim('ref'), PART.ref],
  };
  return {
    name: 'for a pull request',
    segments: [text('pull_request', PART.context), text('pull_request', claim('sub')), ref],
  };
}

/** https://docs.github.com/en/actions/how-tos/secure-your-work/security-harden-deployments/oidc-with-reusable-workflows */
function calledWorkflow(to: string): Segment[] {
  return [
    { name: 'workflow owner', field: LOGIN, sample: 'acme', to: [to] },
    text('/', to),
    { name: 'workflow repository', field: REPOSITORY_NAME, sample: 'orders', to: [to] },
    text('/.github/workflows/', to),
    { name: 'workflow file', field: FILE_NAME, sample: 'publish', to: [to] },
    { name: 'workflow file ending', choice: ['.yml', '.yaml'], to: [to] },
    text('@', to),
    { name: 'workflow ref', field: fullRef(true), sample: 'refs/heads/main', to: [to] },
  ];
}

function others(claim: Claim, { audiences }: Issuer): Segment[] {
  const sts = 'sts.amazonaws.com';
  return [
    audiences
      ? { name: 'audience', choice: audiences, to: [claim('aud')] }
      : { name: 'audience', field: TEXT, sample: sts, to: [claim('aud')] },
    { name: 'actor', field: ACTOR, sample: 'octocat', to: [claim('actor')] },
    { name: 'actor id', field: ID, sample: '583231', to: [claim('actor_id')] },
    { name: 'workflow name', field: TEXT, sample: 'publish', to: [claim('workflow')] },
    { name: 'session name', field: SESSION_NAME, sample: 'GitHubActions', to: ['sts:rolesessionname'] },
  ];
}

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html */
const SESSION_CHARACTERS = ['xabcdefghijklmnopqrstuvwyzABCDEFGHIJKLMNOPQRSTUVWXYZ', '1234567890', '-_+=,.@'];
const SESSION_NAME = word(SESSION_CHARACTERS, SESSION_CHARACTERS, 2, 64);

/** The claims of a token, as `explain` takes them. */
export function claimsOf({ parts, values }: Example, issuer: Issuer): Record<string, string> {
  const prefix = `${issuer.name}:`.toLowerCase();
  const claims: Record<string, string> = {};
  for (const [key, value] of Object.entries(values)) {
    const [, claim] = key.startsWith(prefix)
      ? ['', key.slice(prefix.length)]
      : (/^hidden:(.+)$/.exec(key) ?? []);
    if (claim && claim !== 'none') claims[claim] = value;
  }
  return {
    iss: `https://${issuer.name}`,
    ...claims,
    repository_owner: String(parts.owner),
    event_name: values[PART.context] === 'pull_request' ? 'pull_request' : 'push',
  };
}
