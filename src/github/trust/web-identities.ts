import { Annotations } from 'aws-cdk-lib';
import { CompositePrincipal, type Conditions, WebIdentityPrincipal } from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';
import { isKnownLater } from '../../private/token-text';
import { type GitHubIdentity, isRecyclable } from '../identity/identity';
import { idsCommand } from '../names/ids-command';
import type { GitHubIssuer } from '../provider/issuer';
import type { TrustedProvider } from '../provider/trusted-provider';

/** The principals of a trust policy, with a statement for each of the conditions. */
export function webIdentities(provider: TrustedProvider, conditions: Conditions[]): CompositePrincipal {
  const { oidcProviderArn } = provider;
  return new CompositePrincipal(
    ...conditions.map((condition) => new WebIdentityPrincipal(oidcProviderArn, condition)),
  );
}

/** Warns of repositories that are trusted by their names alone, or in one form of their subject alone. */
export function warnOfMissingIds(role: IConstruct, issuer: GitHubIssuer, identities: GitHubIdentity[]): void {
  if (!issuer.isRunByGitHub) return;
  const recyclable = identities.filter(isRecyclable);
  if (recyclable.length > 0) {
    Annotations.of(role).addWarningV2(
      'cdk-python-artifact-pipeline:repository-without-ids',
      'Repositories without ids: whoever takes over an abandoned name is trusted, and a repository created, ' +
        `renamed or transferred after 15 July 2026 is not. ${askForIds(recyclable)}`,
    );
  }
  const oneId = identities.filter((identity) => identity.lacksId && !isRecyclable(identity));
  if (oneId.length > 0) {
    Annotations.of(role).addWarningV2(
      'cdk-python-artifact-pipeline:repository-without-both-ids',
      'Repositories with one of their ids: one created, renamed or transferred after 15 July 2026 is not ' +
        `trusted, since both ids stand in its subject. ${askForIds(oneId)}`,
    );
  }
}

/**
 * Warns of names that share an id of one repository, with those that other roles of the app trust. GitHub gives each
 * its own, and keeps it when it renames one.
 */
export function warnOfSharedIds(role: IConstruct, issuer: GitHubIssuer, identities: GitHubIdentity[]): void {
  const { root } = role.node;
  const namesById = namesOf.get(root) ?? new Map<string, string[]>();
  namesOf.set(root, namesById);
  const given = new Set<string>();
  for (const { name, claims } of identities) {
    const id = claims.repository_id;
    if (id === undefined || [id, name].some(isKnownLater)) continue;
    const key = `${issuer.name} ${id}`;
    given.add(key);
    const names = namesById.get(key) ?? [];
    const isNew = names.every((other) => other.toLowerCase() !== name.toLowerCase());
    namesById.set(key, isNew ? [...names, name] : names);
  }
  for (const key of given) {
    const names = namesById.get(key) ?? [];
    if (names.length === 1) continue;
    const [, id] = key.split(' ');
    Annotations.of(role).addWarningV2(
      'cdk-python-artifact-pipeline:repository-id-shared',
      `${names.join(' and ')} are given one repositoryId, ${id}, and a repository has an id of its own. It is right ` +
        'only while a repository is renamed; then remove the old name. Else give each its own, as printed by: ' +
        idsCommand(...names),
    );
  }
}

/** The names that the roles of an app trust, by the issuer and the id of a repository. */
const namesOf = new WeakMap<IConstruct, Map<string, string[]>>();

function askForIds(identities: GitHubIdentity[]): string {
  const names = identities.map(({ name }) => name);
  return `Give ownerId and repositoryId, as printed by: ${idsCommand(...names)}`;
}
