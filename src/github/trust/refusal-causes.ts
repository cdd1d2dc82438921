import { idsQuery } from '../names/ids-query';

/**
 * Why a sign-in is refused, in sentences with places such as `{trusted}`. Each place may be in each of them:
 *
 * - `{trusted}` and `{has}`: what the role trusts, and what the run has in its place;
 * - `{repository}` and `{run}`: `owner/name` and id of the run, as GitHub has them;
 * - `{role}` and `{account}`: the name of the role, and the account that has it;
 * - `{provider}`: the ARN of the OIDC provider;
 * - `{claim}`: the claim that is compared, where it is none with a cause of its own.
 */
export interface SignInCause {
  /** In a few words, without a place. */
  readonly title: string;
  /** What the role trusts. */
  readonly trusted: string;
  /** What the run has. */
  readonly has: string;
  /** What to do. */
  readonly remedy: string;
  /** A line for a shell that shows it, and changes nothing. */
  readonly command: string;
}

/** Causes that can be told from the claims of a token, in the order in which they are looked at. */
export type ClaimCause =
  | 'ref'
  | 'event'
  | 'environment-missing'
  | 'environment'
  | 'environment-unexpected'
  | 'immutable-subject'
  | 'classic-subject'
  | 'renamed'
  | 'recreated'
  | 'letter-case'
  | 'repository'
  | 'workflow'
  | 'workflow-ref'
  | 'audience'
  | 'subject-template'
  | 'issuer'
  | 'claim';

/** Causes that are left where all claims are as the role trusts them, in the order in which they are looked at. */
export type SetupCause = 'provider-missing' | 'provider-audience' | 'role-missing' | 'trust-not-deployed';

export type SignInCauseId = ClaimCause | SetupCause;

const RUN = "gh api repos/{repository}/actions/runs/{run} --jq '{event, head_branch, path}'";
const CALLED =
  "gh api repos/{repository}/actions/runs/{run} --jq '.referenced_workflows[] | {path, ref, sha}'";
const NAME = 'gh api repos/{repository} --jq .full_name';
const IDS = idsQuery('{repository}');
const ENVIRONMENTS = "gh api repos/{repository}/environments --jq '.environments[].name'";
const SUBJECT = 'gh api repos/{repository}/actions/oidc/customization/sub';
const PROVIDER = 'aws iam get-open-id-connect-provider --open-id-connect-provider-arn {provider}';
const TRUST = 'aws iam get-role --role-name {role} --query Role.AssumeRolePolicyDocument';

/** The one place where the causes are said: the run, the command `explain` and the docs take them from here. */
export const SIGN_IN_CAUSES: Readonly<Record<SignInCauseId, SignInCause>> = {
  ref: {
    title: 'Ref not trusted',
    trusted: 'The role trusts {trusted}.',
    has: 'The run is on {has}.',
    remedy: 'Push a ref that is trusted, or change publishOn in the CDK app and deploy it.',
    command: RUN,
  },
  event: {
    title: 'Event not trusted',
    trusted: 'The role trusts {trusted}.',
    has: 'The run was started by {has}.',
    remedy: 'Publish by a push: a role that publishes trusts no pull request.',
    command: RUN,
  },
  'environment-missing': {
    title: 'No environment',
    trusted: 'The role trusts jobs with the environment {trusted}.',
    has: 'The job has none.',
    remedy: 'Call the workflow as it was generated: its publish job names the environment.',
    command: ENVIRONMENTS,
  },
  environment: {
    title: 'Another environment',
    trusted: 'The role trusts jobs with the environment {trusted}.',
    has: 'The job has {has}.',
    remedy:
      'Use the environment that is trusted, in the same letters; or change it in the CDK app and deploy it.',
    command: ENVIRONMENTS,
  },
  'environment-unexpected': {
    title: 'An environment takes the place of the ref',
    trusted: 'The role trusts {trusted}.',
    has: 'The job has the environment {has}, and its subject no ref.',
    remedy: 'Take environment: out of the job, or trust the environment in the CDK app and deploy it.',
    command: ENVIRONMENTS,
  },
  'immutable-subject': {
    title: 'Immutable subject',
    trusted: 'The role trusts {trusted}, without ids.',
    has: 'The subject begins with {has}: the repository was created, renamed or transferred after 15 July 2026, or switched over.',
    remedy: 'Give ownerId and repositoryId in the CDK app, and deploy it.',
    command: IDS,
  },
  'classic-subject': {
    title: 'Classic subject',
    trusted: 'The role trusts {trusted}, with ids.',
    has: 'The subject begins with {has}, without ids.',
    remedy: 'Take subjectFormat out of the CDK app, so that both forms are trusted, and deploy it.',
    command: SUBJECT,
  },
  renamed: {
    title: 'Repository renamed or transferred',
    trusted: 'The role trusts {trusted}.',
    has: 'The repository with this id is {has} now.',
    remedy: 'Write its new name in the CDK app, with both ids, and deploy it.',
    command: NAME,
  },
  recreated: {
    title: 'Another repository of this name',
    trusted: 'The role trusts the id {trusted}.',
    has: 'The id is {has}.',
    remedy:
      'If this is the right repository or owner, give its ids in the CDK app and deploy it; else somebody has taken its name.',
    command: IDS,
  },
  'letter-case': {
    title: "Other letters' case",
    trusted: 'The role trusts {trusted}.',
    has: 'GitHub writes {has}.',
    remedy: 'Write owner and name in the CDK app in the letters that GitHub shows, and deploy it.',
    command: NAME,
  },
  repository: {
    title: 'Repository not trusted',
    trusted: 'The role trusts {trusted}.',
    has: 'The run is of {has}.',
    remedy: 'Add the repository in the CDK app, with its ids, and deploy it.',
    command: IDS,
  },
  workflow: {
    title: 'Another workflow',
    trusted: 'The role trusts jobs of {trusted} only.',
    has: 'This job is of {has}.',
    remedy: 'Call the workflow of the host: its caller is generated beside it.',
    command: CALLED,
  },
  'workflow-ref': {
    title: "Another ref of the host's workflow",
    trusted: 'The role trusts {trusted}.',
    has: 'The workflow was called at {has}.',
    remedy: 'Write the ref that is trusted behind uses: in the caller.',
    command: CALLED,
  },
  audience: {
    title: 'Another audience',
    trusted: 'The role trusts tokens for {trusted}.',
    has: 'The token is for {has}.',
    remedy: 'Take audience out of the step that assumes the role: the default is right.',
    command: TRUST,
  },
  'subject-template': {
    title: 'Customized subject',
    trusted: 'The role trusts a subject that begins with {trusted}, as GitHub makes it by default.',
    has: 'The subject is {has}.',
    remedy:
      'Set use_default to true for the repository: its include_claim_keys, or those of its organization, make another subject.',
    command: SUBJECT,
  },
  issuer: {
    title: 'Another issuer',
    trusted: 'The role trusts tokens of {trusted}.',
    has: 'The token is of {has}.',
    remedy:
      'Say the issuer in the CDK app, as GitHubIssuer has it for an enterprise or a GitHub of its own, and deploy it.',
    command: PROVIDER,
  },
  claim: {
    title: 'Claim not trusted',
    trusted: 'The role trusts {trusted} as {claim}.',
    has: 'The run has {has}.',
    remedy: 'Start the run as one who is trusted, or change requiredClaims in the CDK app and deploy it.',
    command: TRUST,
  },
  'provider-missing': {
    title: 'Provider missing',
    trusted: 'The role trusts the provider {provider}.',
    has: 'Account {account} may not have it.',
    remedy: 'Deploy the stack that makes it, or make it in the account.',
    command: `${PROVIDER} --query Url`,
  },
  'provider-audience': {
    title: 'Provider without the audience',
    trusted: 'The token is for the audience {trusted}.',
    has: 'The provider may not take it.',
    remedy: 'Add the audience to the provider.',
    command: `${PROVIDER} --query ClientIDList`,
  },
  'role-missing': {
    title: 'Role missing',
    trusted: 'The workflow assumes {role} of account {account}.',
    has: 'The account may have no role of this name.',
    remedy: 'Deploy the stack, and generate the workflow from the same app.',
    command: 'aws iam get-role --role-name {role} --query Role.Arn',
  },
  'trust-not-deployed': {
    title: 'Trust not deployed yet',
    trusted: 'The workflow was generated for what the CDK app trusts.',
    has: 'The role may still have an older trust policy.',
    remedy: 'Deploy the stack, and run the job again.',
    command: TRUST,
  },
};

/** A sentence with its places filled in; a place that nobody knows stays as it is. */
export function fillIn(sentence: string, places: Readonly<Record<string, string | undefined>>): string {
  return sentence.replace(/\{(\w+)\}/g, (place, name: string) => places[name] ?? place);
}
