import { Catalog } from '../evaluation/authorization';

/** The claims of a token of GitHub that AWS has condition keys for. */
export const GITHUB_CLAIMS = [
  'actor',
  'actor_id',
  'enterprise_id',
  'environment',
  'job_workflow_ref',
  'ref',
  'repository',
  'repository_id',
  'repository_owner_id',
  'workflow',
];

const GITHUB_ISSUERS = [
  'token.actions.githubusercontent.com',
  'token.actions.githubusercontent.com/${SubPath}',
  'token.actions.${Domain}.ghe.com',
];

const DOMAIN = ['arn:*:codeartifact:*:*:domain/*'];
const REPOSITORY = ['arn:*:codeartifact:*:*:repository/*/*'];
const PACKAGE = ['arn:*:codeartifact:*:*:package/*/*/*/*/*'];

/** The few actions that commands ask about, so that nobody has to install all of what AWS knows. */
export const CATALOG = new Catalog({
  'sts:AssumeRoleWithWebIdentity': {
    resources: ['arn:*:iam::*:role/*'],
    conditionKeys: GITHUB_ISSUERS.flatMap((issuer) => GITHUB_CLAIMS.map((claim) => `${issuer}:${claim}`)),
  },
  'sts:GetServiceBearerToken': {
    resources: [],
    conditionKeys: ['sts:AWSServiceName', 'sts:DurationSeconds'],
  },
  'codeartifact:GetAuthorizationToken': { resources: DOMAIN, conditionKeys: [] },
  'codeartifact:GetRepositoryEndpoint': { resources: REPOSITORY, conditionKeys: [] },
  'codeartifact:ReadFromRepository': { resources: REPOSITORY, conditionKeys: [] },
  'codeartifact:PublishPackageVersion': { resources: PACKAGE, conditionKeys: [] },
  'codeartifact:PutPackageMetadata': { resources: PACKAGE, conditionKeys: [] },
});
