import {
  dropCondition,
  type Json,
  ofTemplate,
  properties,
  replaceCondition,
  trustStatements,
} from './documents';
import type { Mutation } from './mutation';

const sub = (says: string, values: Json, operator = 'StringLike'): Mutation =>
  ofTemplate(says, (template) => replaceCondition(trustStatements(template), ':sub', operator, values));

const each = (change: (subject: string) => string) => (subjects: string[]) => subjects.map(change);

export const TRUST_MUTATIONS: readonly Mutation[] = [
  ofTemplate('the trust policy drops the subject', (t) => dropCondition(trustStatements(t), ':sub')),
  ofTemplate('the trust policy drops the subject and the workflow', (t) => {
    dropCondition(trustStatements(t), ':sub');
    dropCondition(trustStatements(t), ':job_workflow_ref');
  }),
  sub('the subject is widened to any repository of the owner', 'repo:acme*'),
  sub(
    'the subject is widened to any ref',
    each((s) => s.replace(/:ref:.*/, ':*')),
  ),
  sub(
    'the subject is widened to any tag',
    each((s) => s.replace('v*.*.*', '*')),
  ),
  sub(
    'the subject is widened to branches',
    each((s) => s.replace('refs/tags/', 'refs/*/')),
  ),
  // Either of the two alone keeps a similar repository out.
  ofTemplate('the subject is widened to similar repositories, without ids', (t) => {
    const similar = each((s) => s.replace(/sdk(@\d+)?:/, 'sdk*$1:'));
    replaceCondition(trustStatements(t), ':sub', 'StringLike', similar);
    dropCondition(trustStatements(t), ':repository_id');
  }),
  sub('the subject is compared without its wildcard', (subjects: string[]) => subjects, 'StringEquals'),
  sub('pull requests are let in beside tags', (s: string[]) => [
    ...s,
    ...s.map((x) => x.replace(/:ref:.*/, ':pull_request')),
  ]),
  sub('immutable subjects are forgotten', (subjects: string[]) => subjects.filter((s) => !s.includes('@'))),
  sub('classic subjects are forgotten', (subjects: string[]) => subjects.filter((s) => s.includes('@'))),
  ofTemplate('the trust policy drops the repository ids', (t) =>
    dropCondition(trustStatements(t), ':repository_id'),
  ),
  ofTemplate('the repository ids count only where they exist', (t) =>
    replaceCondition(trustStatements(t), ':repository_id', 'StringNotEqualsIfExists', ['0']),
  ),
  ofTemplate("the trust policy drops the host's workflow", (t) =>
    dropCondition(trustStatements(t), ':job_workflow_ref'),
  ),
  ofTemplate("any ref of the host's workflow is trusted", (t) =>
    replaceCondition(trustStatements(t), ':job_workflow_ref', 'StringLike', (refs: string[]) =>
      refs.map((ref) => ref.replace(/@.*/, '@*')),
    ),
  ),
  ofTemplate('any workflow of the host is trusted', (t) =>
    replaceCondition(trustStatements(t), ':job_workflow_ref', 'StringLike', 'acme/platform/*'),
  ),
  ofTemplate('any audience is accepted', (t) => {
    dropCondition(trustStatements(t), ':aud');
    for (const provider of properties(t, 'AWS::IAM::OIDCProvider'))
      provider.ClientIdList.push('https://github.com/acme');
  }),
  ofTemplate('the trust policy names another provider', (t) => {
    for (const statement of trustStatements(t)) {
      statement.Principal = { Federated: 'arn:aws:iam::111111111111:oidc-provider/example.com' };
    }
  }),
  ofTemplate('the trust policy asks for a claim that AWS has no key for', (t) => {
    for (const { Condition } of trustStatements(t)) {
      Condition.StringEquals['token.actions.githubusercontent.com:runner_environment'] = 'github-hosted';
    }
  }),
  ofTemplate('sessions may last half a day', (t) => {
    for (const role of properties(t, 'AWS::IAM::Role')) role.MaxSessionDuration = 43200;
  }),
];
