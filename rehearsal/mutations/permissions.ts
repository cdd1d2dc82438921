import {
  domainPolicy,
  dropCondition,
  granting,
  ofTemplate,
  properties,
  removeAction,
  replaceCondition,
  repositoryPolicy,
  roleStatements,
} from './documents';
import type { Mutation } from './mutation';

const PUBLISH = 'codeartifact:PublishPackageVersion';
const TOKEN = 'codeartifact:GetAuthorizationToken';
const READ = 'codeartifact:ReadFromRepository';
const BEARER = 'sts:GetServiceBearerToken';

export const PERMISSION_MUTATIONS: readonly Mutation[] = [
  ofTemplate('the role may publish to the repository instead of its packages', (t) => {
    const statements = roleStatements(t);
    granting(statements, PUBLISH).Resource = granting(statements, READ).Resource;
  }),
  ofTemplate('the role may take a token from the repository instead of the domain', (t) => {
    const statements = roleStatements(t);
    granting(statements, TOKEN).Resource = granting(statements, READ).Resource;
  }),
  ofTemplate('the role may publish packages of any name', (t) => {
    granting(roleStatements(t), PUBLISH).Resource =
      'arn:aws:codeartifact:us-east-1:111111111111:package/acme/python/*';
  }),
  ofTemplate('the role may publish to any repository of the domain', (t) => {
    granting(roleStatements(t), PUBLISH).Resource =
      'arn:aws:codeartifact:us-east-1:111111111111:package/acme/*/acme-*';
  }),
  ofTemplate('the package ARN forgets the empty namespace', (t) => {
    granting(roleStatements(t), PUBLISH).Resource =
      'arn:aws:codeartifact:us-east-1:111111111111:package/acme/python/pypi/acme-*';
  }),
  ofTemplate('the role may do everything everywhere', (t) => {
    roleStatements(t).push({ Effect: 'Allow', Action: 'codeartifact:*', Resource: '*' });
    properties(t, 'AWS::IAM::Policy')[0].PolicyDocument.Statement.push({
      Effect: 'Allow',
      Action: 'codeartifact:*',
      Resource: '*',
    });
  }),
  ofTemplate('the role may not have bearer tokens', (t) => {
    granting(roleStatements(t), BEARER).Effect = 'Deny';
  }),
  ofTemplate('the role may have bearer tokens of every service', (t) => {
    delete granting(roleStatements(t), BEARER).Condition;
  }),
  ofTemplate('the role may have bearer tokens for 12 hours', (t) => {
    delete granting(roleStatements(t), BEARER).Condition.NumericLessThanEqualsIfExists;
  }),
  ofTemplate('the role may have bearer tokens for its whole session', (t) => {
    delete granting(roleStatements(t), BEARER).Condition.NumericGreaterThanEqualsIfExists;
  }),
  ofTemplate('the role may publish, but everybody is denied it on the domain', (t) => {
    domainPolicy(t);
    properties(t, 'AWS::CodeArtifact::Domain')[0].PermissionsPolicyDocument.Statement.push({
      Effect: 'Deny',
      Principal: '*',
      Action: PUBLISH,
      Resource: '*',
    });
  }),
  ofTemplate('the domain policy drops the organization', (t) =>
    dropCondition(domainPolicy(t), 'PrincipalOrgID'),
  ),
  ofTemplate('the domain policy admits every organization', (t) =>
    replaceCondition(domainPolicy(t), 'PrincipalOrgID', 'StringLike', 'o-*'),
  ),
  ofTemplate('the domain policy admits accounts of no organization', (t) =>
    replaceCondition(domainPolicy(t), 'PrincipalOrgID', 'StringEqualsIfExists', (ids: string[]) => ids),
  ),
  ofTemplate('the domain policy forgets the token', (t) =>
    removeAction(granting(domainPolicy(t), TOKEN), TOKEN),
  ),
  ofTemplate('the repository policy drops the organization', (t) =>
    dropCondition(repositoryPolicy(t), 'PrincipalOrgID'),
  ),
  ofTemplate('the repository policy forgets reading', (t) =>
    removeAction(granting(repositoryPolicy(t), READ), READ),
  ),
  ofTemplate('the organization may publish', (t) => {
    granting(repositoryPolicy(t), READ).Action.push(PUBLISH);
  }),
  ofTemplate('everybody may publish, not the account', (t) => {
    granting(repositoryPolicy(t), PUBLISH).Principal = { AWS: '*' };
  }),
  ofTemplate('the repository policy names an action that does not exist', (t) => {
    granting(repositoryPolicy(t), READ).Action.push('codeartifact:InstallPackage');
  }),
];
