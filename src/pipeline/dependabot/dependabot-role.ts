import { Stack } from 'aws-cdk-lib';
import type { IOIDCProviderRef } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { IRepository } from '../../codeartifact';
import { type GitHubReader, GitHubReadRole, type GitHubRoleLimits } from '../../github';
import { checkBranches } from '../../github/names/git-ref';
import { checkRoleName } from '../../github/roles/role-texts';
import { knownPartition } from '../../private/environment';
import { invalidInput } from '../../private/invalid-input';
import { checkKinds } from '../../private/kinds';
import { isKnownLater } from '../../private/token-text';
import { roleNameFor } from '../role-names';
import { followDescription, namedRepository } from '../written-names';
import { DEPENDABOT_KINDS, type DependabotOptions } from './dependabot-options';

/** The page that says what Dependabot needs to sign in. */
export const DEPENDABOT_OIDC =
  'https://docs.github.com/en/code-security/how-tos/secure-your-supply-chain/manage-your-dependency-security/configuring-access-to-private-registries-for-dependabot#using-oidc-for-authentication';

const DEFAULT_BRANCHES = ['main'];

interface DependabotRoleProps extends GitHubRoleLimits {
  readonly repository: IRepository;
  readonly repositories: GitHubReader[];
  readonly oidcProvider: IOIDCProviderRef;
}

/** Throws where Dependabot could not sign in with a role of the stack, and for options that are none. */
export function checkDependabot(place: string, scope: Construct, options: DependabotOptions): void {
  checkKinds(place, options, DEPENDABOT_KINDS);
  checkRoleName(place, 'dependabot roleName', options.roleName);
  const { defaultBranches } = options;
  if (defaultBranches) checkBranches(place, 'dependabot defaultBranches', defaultBranches);
  const { account, region } = Stack.of(scope);
  const property = 'dependabot';
  if (isKnownLater(account) || isKnownLater(region)) {
    throw invalidInput(
      {
        property,
        given: options,
        reason: 'needs a stack that says its account and Region, since dependabot.yml knows no variables',
        instead: "env: { account: '111111111111', region: 'us-east-1' } among the props of the stack",
        see: DEPENDABOT_OIDC,
      },
      place,
    );
  }
  if (knownPartition(region) !== 'aws') {
    throw invalidInput(
      {
        property,
        given: region,
        reason:
          'is the Region, and Dependabot finds roles of the partition aws alone: it asks for arn:aws:iam::ACCOUNT:role/NAME',
        allowed: 'Regions of the partition aws',
        instead: 'a token as a secret of Dependabot, renewed by a workflow with the role of the reader',
        see: DEPENDABOT_OIDC,
      },
      place,
    );
  }
}

/** The role that Dependabot assumes: on the default branches, by whatever workflow, and with tokens of any time. */
export function dependabotRole(
  reader: Construct,
  props: DependabotRoleProps,
  options: DependabotOptions,
): GitHubReadRole {
  const { repository, repositories, oidcProvider, requiredClaims } = props;
  const enterpriseIds = requiredClaims?.enterpriseIds;
  const say = () => `Lets Dependabot install Python packages from ${namedRepository(repository)}`;
  const role = new GitHubReadRole(reader, 'DependabotRole', {
    repository,
    repositories,
    oidcProvider,
    branches: options.defaultBranches ?? DEFAULT_BRANCHES,
    roleName: options.roleName ?? roleNameFor(reader, 'dependabot'),
    description: say(),
    permissionsBoundary: props.permissionsBoundary,
    rolePath: props.rolePath,
    trustPolicyQuota: props.trustPolicyQuota,
    requiredClaims: options.requiredClaims ?? (enterpriseIds && { enterpriseIds }),
  });
  followDescription(role, say);
  return role;
}

/** The role of a reader that Dependabot assumes; throws where the reader has none. */
export function neededRole(reader: Construct, role?: GitHubReadRole): GitHubReadRole {
  if (role) return role;
  throw invalidInput(
    {
      property: 'dependabot',
      given: undefined,
      reason: 'is what lets Dependabot install, and this reader does not',
      instead: "dependabot: { defaultBranches: ['main'] } among the options of the reader",
      see: DEPENDABOT_OIDC,
    },
    reader,
  );
}
