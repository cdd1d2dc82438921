import { dropCondition, granting, type Json, properties, replaceCondition } from '../mutations/documents';
import type { DependabotSetup } from './app';

/** A way to get it wrong, which some case has to notice. */
export interface DependabotMutation {
  readonly says: string;
  readonly change: (setup: Json) => void;
}

/** Of the roles, but for that of jobs of the organization, which Dependabot is not. */
const trust = ({ template }: Json): Json[] =>
  properties(template, 'AWS::IAM::Role')
    .flatMap((role) => role.AssumeRolePolicyDocument.Statement)
    .filter(({ Condition }) => !Condition.StringNotLike);
const policies = ({ template }: Json): Json[] =>
  properties(template, 'AWS::IAM::Policy').map((policy) => policy.PolicyDocument.Statement);

export const DEPENDABOT_MUTATIONS: readonly DependabotMutation[] = [
  {
    says: 'any repository is trusted',
    change: (setup) => {
      replaceCondition(trust(setup), ':sub', 'StringLike', 'repo:*:ref:refs/heads/main');
      dropCondition(trust(setup), ':repository_id');
      dropCondition(trust(setup), ':repository_owner_id');
    },
  },
  {
    says: 'the ids of repositories count no more',
    change: (setup) => dropCondition(trust(setup), ':repository_id'),
  },
  {
    says: 'the id of the organization counts no more',
    change: (setup) => dropCondition(trust(setup), ':repository_owner_id'),
  },
  {
    says: 'any branch is trusted',
    change: (setup) =>
      replaceCondition(trust(setup), ':sub', 'StringLike', (subjects: string[]) =>
        subjects.map((subject) => subject.replace('heads/main', 'heads/*')),
      ),
  },
  {
    says: 'immutable subjects are forgotten',
    change: (setup) =>
      replaceCondition(trust(setup), ':sub', 'StringLike', (subjects: string[]) =>
        subjects.filter((subject) => !subject.includes('@')),
      ),
  },
  {
    says: 'the role of Dependabot holds tokens to a time',
    change: (setup) => {
      for (const statements of policies(setup)) {
        granting(statements, 'sts:GetServiceBearerToken').Condition.NumericLessThanEqualsIfExists = {
          'sts:DurationSeconds': '900',
        };
      }
    },
  },
  {
    says: 'the reader holds tokens to no time',
    change: (setup) => {
      for (const statements of policies(setup)) {
        delete granting(statements, 'sts:GetServiceBearerToken').Condition.NumericLessThanEqualsIfExists;
      }
    },
  },
  {
    says: 'the name of the role lacks its path',
    change: (setup: DependabotSetup & Json) => {
      setup.shop = { ...setup.shop, 'role-name': setup.shop['role-name'].replace('python/', '') };
    },
  },
  {
    says: 'the token is for another audience',
    change: (setup) => {
      setup.shop = { ...setup.shop, audience: 'https://github.com/acme' };
    },
  },
  {
    says: 'the url is that of the packages and not of the index',
    change: (setup) => {
      setup.shop = { ...setup.shop, url: setup.shop.url.replace('simple/', '') };
    },
  },
];
