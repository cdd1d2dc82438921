import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { requestScripts } from '../../commands/access/access';
import { claimsOf, tokenScripts } from '../../commands/access/github-tokens';
import { difference, someOf } from '../../commands/access/language/decide';
import { all, any, type Formula, keysIn, not } from '../../commands/access/language/formula';
import type { Script } from '../../commands/access/language/script';
import { BEARER_TOKEN, SINGLE } from '../../commands/access/operations';
import { permitted } from '../../commands/access/permissions';
import { bearerScripts, resourceScripts } from '../../commands/access/requests';
import { byResourcePolicy } from '../../commands/access/resource-policy';
import { type AccessSetup, readAccess } from '../../commands/access/setup';
import { tokenTrust } from '../../commands/access/trust';
import { Domain, GitHubOidcProvider, GitHubPublishRole, Repository } from '../../src';
import { ACME } from '../support/stacks';
import { propsOf, type Setup } from './setups';
import { bearerTokens, organizationMay, type Place, publisherMay, trustedTokens } from './specification';

const GITHUB = { name: 'token.actions.githubusercontent.com' };
export const PLACE: Place = { ...ACME, domain: 'acme', repository: 'python' };

/** What some stacks come to. */
export function accessOf(...stacks: Stack[]): AccessSetup {
  return readAccess(
    stacks.map((stack) => ({ template: Template.fromStack(stack).toJSON() as never, environment: ACME })),
  );
}

/** The roles of some setups, as their template has them, each by the name `role-INDEX`. */
export function rolesOf(setups: readonly Setup[]): AccessSetup {
  const stack = new Stack(
    new App({ treeMetadata: false, analyticsReporting: false, stackTraces: false }),
    'Roles',
    { env: ACME },
  );
  const domain = Domain.fromDomainAttributes(stack, 'Domain', { domainName: 'acme' });
  const repository = Repository.fromRepositoryAttributes(stack, 'Repository', {
    domain,
    repositoryName: 'python',
  });
  const oidcProvider = GitHubOidcProvider.fromAccount(stack, 'GitHub');
  for (const [index, setup] of setups.entries()) {
    const roleName = `role-${index}`;
    new GitHubPublishRole(stack, `Role${index}`, {
      repository,
      oidcProvider,
      ...propsOf(setup),
      roleName,
      trustPolicyQuota: 8192,
    });
  }
  return accessOf(stack);
}

/** Why two sets are not the same, with a request that is in one of them; nothing where they are. */
export function notSame(what: string, scripts: Script[], ours: Formula, meant: Formula): string[] {
  if (someOf(scripts, any(all(ours, not(meant)), all(meant, not(ours)))).is === 'none') return [];
  const sides = [
    ['admits what is not meant', ours, meant],
    ['refuses what is meant', meant, ours],
  ] as const;
  return sides.flatMap(([says, one, other]) => {
    const answer = difference(scripts, one, other);
    if (answer.is === 'none') return [];
    const witness =
      answer.is === 'some'
        ? JSON.stringify(
            Object.keys(claimsOf(answer.example, GITHUB)).includes('sub')
              ? claimsOf(answer.example, GITHUB)
              : answer.example.values,
          )
        : answer.reasons.join();
    return [`${what} ${says}: ${witness}`];
  });
}

/** What is wrong with the trust of a role. */
export function wrongTrust(access: AccessSetup, index: number, setup: Setup): string[] {
  const trust = trustOf(access, index);
  const meant = trustedTokens(setup);
  return notSame(
    `the trust of ${JSON.stringify(setup)}`,
    tokenScripts(GITHUB, keysIn(all(trust, meant))),
    trust,
    meant,
  );
}

export function trustOf(access: AccessSetup, index: number): Formula {
  return tokenTrust(access, roleOf(access, index), GITHUB);
}

function roleOf(access: AccessSetup, index: number) {
  const role = access.identities.find(({ name }) => name === `role-${index}`);
  if (!role) throw new Error(`there is no role ${index}`);
  return role;
}

/** What is wrong with the permissions of a publish role. */
export function wrongPermissions(access: AccessSetup, index: number, { packages }: Setup): string[] {
  const role = roleOf(access, index);
  const wrong = SINGLE.flatMap((operation) => {
    const meant = publisherMay(actionOf(operation.name), PLACE, packages);
    return notSame(
      operation.name,
      resourceScripts(operation.about, 'aws'),
      permitted(access, role, operation),
      meant,
    );
  });
  const bearer = permitted(access, role, BEARER_TOKEN);
  return [...wrong, ...notSame(BEARER_TOKEN.name, bearerScripts(), bearer, bearerTokens('900'))];
}

/** What is wrong with what resource policies give to principals of other accounts. */
export function wrongResourcePolicies(access: AccessSetup, organizationIds: readonly string[]): string[] {
  return SINGLE.flatMap((operation) => {
    const ours = byResourcePolicy(access, operation, true);
    const meant = organizationMay(actionOf(operation.name), PLACE, organizationIds);
    return notSame(
      operation.name,
      requestScripts({ by: 'resource policy' }, operation, 'aws', ours),
      ours,
      meant,
    );
  });
}

/** Whether there is a token that two roles trust. */
export function sharedToken(
  access: AccessSetup,
  one: number,
  other: number,
): Record<string, string> | undefined {
  const both = all(trustOf(access, one), trustOf(access, other));
  const answer = someOf(tokenScripts(GITHUB, keysIn(both)), both);
  if (answer.is === 'not decided') throw new Error(answer.reasons.join());
  return answer.is === 'some' ? claimsOf(answer.example, GITHUB) : undefined;
}

const actionOf = (operation: string) => operation.replace('codeartifact:', '').replace(/ .*/, '');
