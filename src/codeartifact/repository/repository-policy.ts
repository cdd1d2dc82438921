import { AccountPrincipal, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IDomain } from '../domain/domain-interface';
import { letOrganizationsIn } from '../domain/domain-organizations';
import { allowOrganizations, checkOrganizationIds } from '../policy/organizations';
import {
  PACKAGE_PUBLISH_ACTIONS,
  PACKAGE_READ_ACTIONS,
  REPOSITORY_READ_ACTIONS,
} from '../policy/permissions';
import type { ExternalConnection } from './external-connection';
import type { IRepository } from './repository-interface';

interface Policyholder {
  readonly domain: IDomain;
  readonly organizationIds?: string[];
  readonly externalConnection?: ExternalConnection;
}

/**
 * What the policy of a new repository says before anything is granted: its organizations may read, and the
 * account that owns the domain may publish, but for a repository that a public registry fills.
 *
 * In the policy of a repository, `*` is that repository and its packages.
 */
export function firstStatements({
  domain,
  organizationIds,
  externalConnection,
}: Policyholder): PolicyStatement[] {
  const statements: PolicyStatement[] = [];
  if (organizationIds?.length) statements.push(readStatement(organizationIds));
  if (!externalConnection) {
    statements.push(
      new PolicyStatement({
        principals: [new AccountPrincipal(domain.domainOwner)],
        actions: PACKAGE_PUBLISH_ACTIONS,
        resources: ['*'],
      }),
    );
  }
  return statements;
}

/** Lets organizations read from a repository that is there already, and log in to its domain. */
export function letOrganizationsRead(repository: IRepository, organizationIds: string[]): void {
  checkOrganizationIds(repository, organizationIds);
  if (organizationIds.length === 0) return;
  repository.addToResourcePolicy(readStatement(organizationIds));
  letOrganizationsIn(repository.domain, organizationIds);
}

function readStatement(organizationIds: string[]): PolicyStatement {
  return allowOrganizations(organizationIds, [...REPOSITORY_READ_ACTIONS, ...PACKAGE_READ_ACTIONS], '*');
}
