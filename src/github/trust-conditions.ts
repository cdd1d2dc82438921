import type { Conditions } from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';
import { invalidInput } from '../private/invalid-input';
import type { GitHubIssuer } from './issuer';
import type { PublishTrigger } from './publish-trigger';
import type { GitHubPublisher } from './publisher';

const AWS_KEYS =
  'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif';

/** Who is trusted, and when. */
export interface Trust {
  readonly issuer: GitHubIssuer;
  readonly audiences: string[];
  readonly publishers: GitHubPublisher[];
  readonly publishOn: PublishTrigger;
  /** The only workflow that is trusted, as it stands in `job_workflow_ref`. */
  readonly jobWorkflowRef?: string;
}

/**
 * The conditions of a trust policy, a statement for each element.
 *
 * Publishers with the same kind of claims share a statement, since values of one key are alternatives;
 * publishers with other claims never do, since a claim that one lacks would then be missing for all.
 */
export function trustConditions(scope: IConstruct, trust: Trust): Conditions[] {
  refuseWhatCanNotBeTrusted(scope, trust);
  const groups = new Map<string, GitHubPublisher[]>();
  for (const publisher of trust.publishers) {
    const kind = [publisher._isOrganization(), ...Object.keys(publisher._claims())].join();
    groups.set(kind, [...(groups.get(kind) ?? []), publisher]);
  }
  return [...groups.values()].map((publishers) => conditionsOf({ ...trust, publishers }));
}

function conditionsOf(trust: Trust): Conditions {
  const required: Record<string, string[]> = { aud: trust.audiences };
  if (trust.publishers.some((publisher) => publisher._isOrganization())) {
    Object.assign(required, trust.publishOn._claims());
  } else {
    required.sub = trust.publishers.flatMap((publisher) =>
      publisher
        ._subjects()
        .flatMap((subject) => trust.publishOn._contexts().map((context) => `${subject}:${context}`)),
    );
  }
  for (const publisher of trust.publishers) {
    for (const [claim, value] of Object.entries(publisher._claims())) {
      required[claim] = [...new Set([...(required[claim] ?? []), value])];
    }
  }
  if (trust.jobWorkflowRef) required.job_workflow_ref = [trust.jobWorkflowRef];
  return byOperator(trust.issuer, required);
}

/** A claim is compared by StringLike only where one of its values has a wildcard. */
function byOperator(issuer: GitHubIssuer, required: Record<string, string[]>): Conditions {
  const conditions: Record<string, Record<string, string | string[]>> = {};
  for (const [claim, values] of Object.entries(required)) {
    const operator = values.some((value) => value.includes('*')) ? 'StringLike' : 'StringEquals';
    conditions[operator] = {
      ...conditions[operator],
      [`${issuer.name}:${claim}`]: values.length === 1 ? values[0] : values,
    };
  }
  return conditions;
}

function refuseWhatCanNotBeTrusted(scope: IConstruct, { issuer, publishers, jobWorkflowRef }: Trust): void {
  if (publishers.length === 0) {
    throw invalidInput(
      {
        property: 'publishers',
        given: [],
        reason: 'is empty, so that nobody could assume the role',
        allowed: 'at least one publisher',
        instead: "[GitHubPublisher.repository('acme/orders-sdk')]",
      },
      scope,
    );
  }
  const names = publishers.map((publisher) => publisher._toString());
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) {
    throw invalidInput(
      { property: 'publishers', given: twice, reason: 'is listed twice', allowed: 'each once' },
      scope,
    );
  }
  const organization = publishers.find((publisher) => publisher._isOrganization());
  if (organization && !jobWorkflowRef) {
    throw invalidInput(
      {
        property: 'publishers',
        given: organization._toString(),
        reason:
          'is a whole organization, and without a workflow host any workflow of any of its repositories could publish',
        instead:
          "workflow: { host: WorkflowHost.branch('acme/platform', 'main') } beside it, or its repositories one by one",
        see: 'https://docs.github.com/en/actions/how-tos/secure-your-work/security-harden-deployments/oidc-with-reusable-workflows',
      },
      scope,
    );
  }
  const needsClaimKeys =
    jobWorkflowRef ?? publishers.find((publisher) => !publisher._isRecyclable())?._toString();
  if (!issuer.hasClaimKeys && needsClaimKeys) {
    throw invalidInput(
      {
        property: 'issuer',
        given: issuer.url,
        reason: `has condition keys for sub and aud only, so that ${needsClaimKeys} can't be trusted by ids or by a workflow host`,
        instead: 'repositories without ids, and no workflow host',
        see: AWS_KEYS,
      },
      scope,
    );
  }
}
