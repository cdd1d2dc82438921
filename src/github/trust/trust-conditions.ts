import type { Conditions } from 'aws-cdk-lib/aws-iam';
import { type InvalidInput, invalidInput } from '../../private/invalid-input';
import {
  type GitHubIdentity,
  isOrganization,
  isRecyclable,
  organizationSubjects,
} from '../identity/identity';
import type { GitHubIssuer } from '../provider/issuer';

const AWS_KEYS =
  'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif';
const REUSABLE_WORKFLOWS =
  'https://docs.github.com/en/actions/how-tos/secure-your-work/security-harden-deployments/oidc-with-reusable-workflows';

/** Who is trusted, and when. */
export interface Trust {
  /** Who publishes has to name its workflow where it is a whole organization; who only installs does not. */
  readonly kind: 'Publisher' | 'Reader';
  readonly issuer: GitHubIssuer;
  readonly audiences: string[];
  /** The property that the identities were given in, for errors. */
  readonly property: string;
  readonly identities: GitHubIdentity[];
  /** What follows the repository in the subject. */
  readonly contexts: string[];
  /**
   * The same said by claims of their own, for an organization by one workflow. Without them its subjects say it, by a
   * wildcard for the repository.
   */
  readonly claims?: Record<string, string[]>;
  /** What a subject leaves open, where the issuer has a condition key for it. */
  readonly claimsBesideSubject?: Record<string, string[]>;
  /** The only workflow that is trusted, as it stands in `job_workflow_ref`. */
  readonly jobWorkflowRef?: string;
  /** Further claims, none of those above. */
  readonly requiredClaims?: Record<string, string[]>;
}

/**
 * The conditions of a trust policy, a statement for each element.
 *
 * Publishers with the same kind of claims share a statement, since values of one key are alternatives;
 * publishers with other claims never do, since a claim that one lacks would then be missing for all, and
 * those of two owners never do, since the owner of one could then take over the name of the other.
 *
 * @param place the path of the role, for errors
 */
export function trustConditions(place: string, trust: Trust): Conditions[] {
  refuseWhatCanNotBeTrusted(place, trust);
  const groups = new Map<string, GitHubIdentity[]>();
  for (const identity of trust.identities) {
    const kind = kindOf(identity);
    groups.set(kind, [...(groups.get(kind) ?? []), identity]);
  }
  return [...groups.values()].map((identities) => conditionsOf({ ...trust, identities }));
}

function kindOf(identity: GitHubIdentity): string {
  if (isOrganization(identity)) return 'organization';
  return identity.claims.repository_owner_id ?? Object.keys(identity.claims).join();
}

function conditionsOf(trust: Trust): Conditions {
  const { audiences, identities, contexts, claimsBesideSubject, jobWorkflowRef, issuer } = trust;
  const required: Record<string, string[]> = { aud: audiences };
  let excluded: string[] = [];
  const instead = identities.some(isOrganization) && claimsInsteadOfSubjects(trust);
  if (instead) {
    Object.assign(required, instead);
  } else {
    if (identities.some(isOrganization)) excluded = environmentsCalledLike(contexts);
    if (issuer.isRunByGitHub) Object.assign(required, claimsBesideSubject);
    required.sub = identities.flatMap((identity) =>
      subjectsOf(identity).flatMap((subject) => contexts.map((context) => `${subject}:${context}`)),
    );
  }
  for (const [claim, value] of identities.flatMap((identity) => Object.entries(identity.claims))) {
    required[claim] = [...new Set([...(required[claim] ?? []), value])];
  }
  if (jobWorkflowRef) required.job_workflow_ref = [jobWorkflowRef];
  Object.assign(required, trust.requiredClaims);
  const conditions = byOperator(issuer, required);
  return excluded.length === 0
    ? conditions
    : { ...conditions, StringNotLike: { [`${issuer.name}:sub`]: oneOrMore(excluded) } };
}

/** The claims that say of an organization what its subjects would; nothing where the subjects have to say it. */
export function claimsInsteadOfSubjects({
  jobWorkflowRef,
  claims,
}: Pick<Trust, 'jobWorkflowRef' | 'claims'>): Trust['claims'] {
  return jobWorkflowRef === undefined ? undefined : claims;
}

/**
 * Subjects that a wildcard for the repository lets in by mistake: it takes in colons as well, so that an environment
 * called `pull_request` ends as a pull request does. What has a colon of its own can't be the end of a name, in which
 * GitHub escapes it.
 */
export function environmentsCalledLike(contexts: string[]): string[] {
  return contexts
    .filter((context) => !context.includes(':') && !contexts.includes(`environment:${context}`))
    .map((context) => `*:environment:${context}`);
}

function subjectsOf(identity: GitHubIdentity): string[] {
  return isOrganization(identity) ? organizationSubjects(identity) : identity.subjects;
}

/** A claim is compared by StringLike only where one of its values has a wildcard. */
function byOperator(issuer: GitHubIssuer, required: Record<string, string[]>): Conditions {
  const conditions: Record<string, Record<string, string | string[]>> = {};
  for (const [claim, values] of Object.entries(required)) {
    const operator = values.some((value) => value.includes('*')) ? 'StringLike' : 'StringEquals';
    conditions[operator] = {
      ...conditions[operator],
      [`${issuer.name}:${claim}`]: oneOrMore(values),
    };
  }
  return conditions;
}

function oneOrMore(values: string[]): string | string[] {
  return values.length === 1 ? values[0] : values;
}

function refuseWhatCanNotBeTrusted(place: string, trust: Trust): void {
  const { kind, issuer, property, identities, jobWorkflowRef } = trust;
  const refuse = (input: Omit<InvalidInput, 'property'> & { property?: string }) =>
    invalidInput({ property, ...input }, place);
  if (identities.length === 0) {
    throw refuse({
      given: [],
      reason: 'is empty, so that nobody could assume the role',
      allowed: 'at least one',
    });
  }
  refuseNamesTwice(identities, refuse);

  const organization = identities.find(isOrganization);
  if (organization && !jobWorkflowRef && kind === 'Publisher') {
    throw refuse({
      given: organization.name,
      reason:
        'is a whole organization, and without a workflow host any workflow of any of its repositories would be trusted',
      instead:
        "a host such as WorkflowHost.branch('acme/platform', 'main') beside it, or its repositories one by one",
      see: REUSABLE_WORKFLOWS,
    });
  }
  const further = Object.keys(trust.requiredClaims ?? {});
  if (!issuer.isRunByGitHub && further.length > 0) {
    throw refuse({
      property: 'requiredClaims',
      given: further,
      reason: `can't be asked of ${issuer.url}, which has condition keys for sub and aud only`,
      see: AWS_KEYS,
    });
  }
  const needsClaimKeys = jobWorkflowRef ?? identities.find((identity) => !isRecyclable(identity))?.name;
  if (!issuer.isRunByGitHub && needsClaimKeys) {
    throw refuse({
      property: 'issuer',
      given: issuer.url,
      reason: `has condition keys for sub and aud only, so that ${needsClaimKeys} can't be trusted by ids or by a workflow host`,
      instead: 'repositories without ids, and no workflow host',
      see: AWS_KEYS,
    });
  }
}

/** GitHub makes no difference between letters' cases, and a trust policy does. */
function refuseNamesTwice(
  identities: GitHubIdentity[],
  refuse: (input: Omit<InvalidInput, 'property'>) => Error,
): void {
  const names = new Map<string, string>();
  for (const { name } of identities) {
    const first = names.get(name.toLowerCase());
    if (first === name) throw refuse({ given: name, reason: 'is listed twice', allowed: 'each once' });
    if (first !== undefined) {
      throw refuse({
        given: name,
        reason: `is ${first} in other letters' case, and on GitHub the same`,
        allowed: "each once, in the letters' case that GitHub shows",
      });
    }
    names.set(name.toLowerCase(), name);
  }
}
