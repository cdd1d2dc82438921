import { readDocument, type WrittenStatement } from '../../../evaluation/authorization';
import type { ResolvedResource } from '../../../evaluation/template';

/** A repository on GitHub, as the trust policy of a role has it. */
export interface TrustedRepository {
  /** `owner/name` */
  readonly name: string;
  /** The beginnings of its subjects, one in each form that is trusted. */
  readonly subjects: readonly string[];
  /** The ids that it may have; any where there are none. */
  readonly ownerIds: readonly string[];
  readonly repositoryIds: readonly string[];
}

/** A role that workflows on GitHub assume. */
export interface TrustedRole {
  readonly logicalId: string;
  readonly name: string;
  /** The issuer without its scheme, as in `token.actions.githubusercontent.com`. */
  readonly issuer: string;
  readonly providerArn: string;
  readonly audiences: readonly string[];
  readonly repositories: readonly TrustedRepository[];
  /** The ids of organizations of which every repository is trusted. */
  readonly organizationIds: readonly string[];
}

const GITHUB =
  /^(token\.actions\.(githubusercontent\.com|[a-z0-9-]+\.ghe\.com)(\/[\w-]+)?|.+\/_services\/token)$/;
const SUBJECT = /^repo:([^@/:*]+)(?:@(\d+))?\/([^@/:*]+)(?:@(\d+))?:/;

/** What a role trusts of GitHub; nothing where it is a role for others. */
export function trustedRole(role: ResolvedResource): TrustedRole | undefined {
  const name = String(role.ref);
  const statements = readDocument(`trust of ${name}`, role.properties.AssumeRolePolicyDocument);
  const known = statements.flatMap((statement) => {
    const [providerArn] = statement.principal?.Federated ?? [];
    const issuer = providerArn?.replace(/^.*:oidc-provider\//, '') ?? '';
    return providerArn && GITHUB.test(issuer) ? [{ statement, providerArn, issuer }] : [];
  });
  const [first] = known;
  if (!first) return undefined;
  const { providerArn, issuer } = first;
  const all = known.map(({ statement }) => statement);
  return {
    logicalId: role.logicalId,
    name,
    issuer,
    providerArn,
    audiences: [...new Set(all.flatMap((statement) => claim(statement, issuer, 'aud')))],
    repositories: all.flatMap((statement) => repositoriesOf(statement, issuer)),
    organizationIds: all
      .filter((statement) => claim(statement, issuer, 'sub').length === 0)
      .flatMap((statement) => claim(statement, issuer, 'repository_owner_id')),
  };
}

function repositoriesOf(statement: WrittenStatement, issuer: string): TrustedRepository[] {
  const found = new Map<string, TrustedRepository>();
  const repositoryIds = claim(statement, issuer, 'repository_id');
  const ownerIds = claim(statement, issuer, 'repository_owner_id');
  for (const subject of claim(statement, issuer, 'sub')) {
    const [beginning, owner, ownerId, repository, repositoryId] = SUBJECT.exec(subject) ?? [];
    if (beginning === undefined) continue;
    const name = `${owner}/${repository}`;
    const earlier = found.get(name) ?? { name, subjects: [], repositoryIds, ownerIds };
    found.set(name, {
      name,
      subjects: [...new Set([...earlier.subjects, beginning.slice(0, -1)])],
      // Its own subject says which of the ids is its own.
      repositoryIds:
        repositoryId && repositoryIds.includes(repositoryId) ? [repositoryId] : earlier.repositoryIds,
      ownerIds: ownerId ? [ownerId] : earlier.ownerIds,
    });
  }
  return [...found.values()];
}

/** The values that a claim may have, whatever operator compares them. */
function claim({ conditions }: WrittenStatement, issuer: string, name: string): string[] {
  return Object.values(conditions).flatMap((keys) => [...(keys[`${issuer}:${name}`] ?? [])]);
}

/** The host of GitHub that an issuer belongs to. */
export function hostOf(issuer: string): string {
  if (issuer.startsWith('token.actions.githubusercontent.com')) return 'github.com';
  const [, dataResidency] = /^token\.actions\.([a-z0-9-]+\.ghe\.com)/.exec(issuer) ?? [];
  return dataResidency ?? issuer.replace(/\/_services\/token$/, '');
}
