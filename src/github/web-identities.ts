import { Annotations, Token } from 'aws-cdk-lib';
import { CompositePrincipal, type Conditions, WebIdentityPrincipal } from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';
import { type GitHubIdentity, idsCommand, isRecyclable } from './identity';
import type { GitHubIssuer } from './issuer';
import type { IGitHubOidcProvider } from './oidc-provider';

/** The principals of a trust policy, with a statement for each of the conditions. */
export function webIdentities(provider: IGitHubOidcProvider, conditions: Conditions[]): CompositePrincipal {
  const { oidcProviderArn } = provider;
  return new CompositePrincipal(
    ...conditions.map((condition) => new WebIdentityPrincipal(oidcProviderArn, condition)),
  );
}

/** Warns of repositories that are trusted by their names alone. */
export function warnOfRecyclableNames(
  role: IConstruct,
  issuer: GitHubIssuer,
  identities: GitHubIdentity[],
): void {
  const recyclable = identities.filter(isRecyclable);
  if (recyclable.length === 0 || !issuer.isRunByGitHub) return;
  const names = recyclable.map(({ name }) => (Token.isUnresolved(name) ? 'OWNER/REPO' : name));
  const commands = [...new Set(names)].map(idsCommand).join(' ; ');
  Annotations.of(role).addWarningV2(
    'cdk-python-artifact-pipeline:repository-without-ids',
    'Repositories without ids: whoever takes over an abandoned name is trusted, and a repository created, ' +
      'renamed or transferred after 15 July 2026 is not. Give ownerId and repositoryId, as printed by: ' +
      commands,
  );
}
