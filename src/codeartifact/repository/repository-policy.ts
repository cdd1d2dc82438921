import { AccountPrincipal, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IDomain } from '../domain/domain-interface';
import { allowOrganizations } from '../policy/organizations';
import {
  PACKAGE_PUBLISH_ACTIONS,
  PACKAGE_READ_ACTIONS,
  REPOSITORY_READ_ACTIONS,
} from '../policy/permissions';
import type { ExternalConnection } from './external-connection';

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
  if (organizationIds?.length) {
    const readActions = [...REPOSITORY_READ_ACTIONS, ...PACKAGE_READ_ACTIONS];
    statements.push(allowOrganizations(organizationIds, readActions, '*'));
  }
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
