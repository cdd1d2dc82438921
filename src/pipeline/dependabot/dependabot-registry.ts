import { Stack } from 'aws-cdk-lib';
import type { IRepository } from '../../codeartifact';
import { indexNameOf } from '../../codeartifact/repository/client/index-name';
import { indexUrlOf } from '../../codeartifact/repository/endpoint-urls';
import { currentNamesOf } from '../../codeartifact/repository/repository-names';
import type { GitHubReader, GitHubReadRole } from '../../github';
import { isOrganization } from '../../github/identity/identity';
import { stsAudiences } from '../../github/provider/audience';
import { invalidInput } from '../../private/invalid-input';
import { pathAndNameOf } from '../../private/last-word/role-arn';
import { isKnownLater } from '../../private/token-text';
import { toYaml } from '../../workflow/language/yaml';
import { DEPENDABOT_OIDC } from './dependabot-role';

/** What Dependabot has to be told to sign in, by the names that `dependabot.yml` has for it. */
interface Registry {
  readonly type: string;
  readonly url: string;
  readonly 'replaces-base': boolean;
  readonly 'aws-region': string;
  readonly 'account-id': string;
  readonly 'role-name': string;
  readonly domain: string;
  readonly 'domain-owner': string;
  readonly audience: string;
}

/**
 * The registry as `dependabot.yml` has it.
 *
 * @see https://docs.github.com/en/code-security/reference/supply-chain-security/dependabot-options-reference#top-level-registries-key
 */
export function dependabotRegistry(role: GitHubReadRole, repository: IRepository): string {
  const registry = registryOf(role, repository);
  const name = indexNameOf(currentNamesOf(repository));
  return toYaml({ registries: { [name]: registry } });
}

/**
 * The same as GitHub's REST API takes it for all of an organization.
 *
 * @see https://docs.github.com/en/rest/private-registries/organization-configurations#create-a-private-registry-for-an-organization
 */
export function organizationRegistry(
  role: GitHubReadRole,
  repository: IRepository,
  readers: GitHubReader[],
): string {
  const { type, ...values } = registryOf(role, repository);
  const inRest = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name.replaceAll('-', '_'), value]),
  );
  const registry = { registry_type: type.replace('-', '_'), auth_type: 'oidc_aws', ...inRest };
  return `${JSON.stringify({ ...registry, ...visibleTo(readers) }, undefined, 2)}\n`;
}

function registryOf(role: GitHubReadRole, repository: IRepository): Registry {
  const names = currentNamesOf(repository);
  const registry: Registry = {
    type: 'python-index',
    url: indexUrlOf(repository, names),
    // Without it, Dependabot takes the newest public version of an internal name.
    'replaces-base': true,
    'aws-region': repository.env.region,
    'account-id': Stack.of(role).account,
    'role-name': pathAndNameOf(role) ?? role.roleName,
    domain: names.domainName,
    'domain-owner': repository.domain.domainOwner,
    audience: stsAudiences(role)[0],
  };
  const unknown = Object.entries(registry).find(([, value]) => isKnownLater(value));
  if (unknown) {
    throw invalidInput(
      {
        property: 'dependabot',
        given: unknown[0],
        reason: 'is what only the deployment knows here, and dependabot.yml knows no variables',
        allowed: 'a domain, a repository and a role with names, accounts and Regions that are text',
        see: DEPENDABOT_OIDC,
      },
      role.node.scope,
    );
  }
  return registry;
}

/** The repositories that are trusted, where their ids are known; else those that are private. */
function visibleTo(readers: GitHubReader[]): Record<string, unknown> {
  const ids = readers.map((reader) => {
    const identity = reader._readerIdentity();
    return isOrganization(identity) ? undefined : identity.claims.repository_id;
  });
  const areKnown = ids.every((id) => id !== undefined && !isKnownLater(id));
  return areKnown
    ? { visibility: 'selected', selected_repository_ids: ids.map(Number) }
    : { visibility: 'private' };
}
