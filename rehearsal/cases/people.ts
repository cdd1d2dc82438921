import { type Policy, readPolicy } from '../../evaluation/authorization';
import type { Credentials, Identity } from '../aws/cloud';
import type { Stage } from '../stage';
import { EXAMPLE } from './example';

/** Which account is in which organization; 444444444444 is in none. */
export const ORGANIZATIONS: Readonly<Record<string, string>> = {
  [EXAMPLE.account]: EXAMPLE.organization,
  '222222222222': EXAMPLE.organization,
  '333333333333': 'o-globex0000',
};

const allow = (name: string, ...Action: string[]): Policy =>
  readPolicy(name, { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action, Resource: '*' }] });

/** Policies that people have in their own accounts; the example's template says nothing about them. */
export const POLICIES = {
  everything: allow('policy Everything', 'codeartifact:*', 'sts:GetServiceBearerToken'),
  install: allow(
    'policy Install',
    'codeartifact:GetAuthorizationToken',
    'codeartifact:GetRepositoryEndpoint',
    'codeartifact:ReadFromRepository',
    'sts:GetServiceBearerToken',
  ),
  publishOnly: allow(
    'policy PublishOnly',
    'codeartifact:GetAuthorizationToken',
    'codeartifact:PublishPackageVersion',
    'sts:GetServiceBearerToken',
  ),
  bearerOnly: allow('policy BearerOnly', 'sts:GetServiceBearerToken'),
  withoutBearer: allow('policy WithoutBearer', 'codeartifact:*'),
} as const;

export type PolicyName = keyof typeof POLICIES;

/** Somebody of an account, with one policy. */
export function person(account: string, policy: PolicyName): Identity {
  const arn = `arn:aws:iam::${account}:role/dev`;
  const sessionArn = `arn:aws:sts::${account}:assumed-role/dev/jo`;
  const principal = { arn, sessionArn, account, organizationId: ORGANIZATIONS[account] };
  return { principal, policies: [POLICIES[policy]] };
}

export function signIn(stage: Stage, account: string, policy: PolicyName): Credentials {
  return stage.cloud.signIn(person(account, policy));
}
