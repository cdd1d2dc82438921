import { allowOrganizations } from '../policy/organizations';
import { DOMAIN_ACTIONS } from '../policy/permissions';
import type { IDomain } from './domain-interface';

const organizationsOf = new WeakMap<IDomain, DomainOrganizations>();

/** The organizations that may log in to one domain. */
export class DomainOrganizations {
  private readonly ids = new Set<string>();

  /** @param domainArn the ARN without a reference to the domain, which its own policy can't have */
  constructor(
    private readonly domain: IDomain,
    private readonly domainArn: string = domain.domainArn,
  ) {
    organizationsOf.set(domain, this);
  }

  /** Adds a statement for those that may not yet. */
  public add(organizationIds: string[]): void {
    const fresh = [...new Set(organizationIds)].filter((id) => !this.ids.has(id));
    if (fresh.length === 0) return;
    for (const id of fresh) this.ids.add(id);
    this.domain.addToResourcePolicy(allowOrganizations(fresh, DOMAIN_ACTIONS, this.domainArn));
  }
}

/**
 * Lets the organizations of a repository log in to its domain: who may read and not log in installs nothing.
 *
 * The policy of an imported domain is not changed, and a warning says what to add to it.
 */
export function letOrganizationsIn(domain: IDomain, organizationIds: string[] = []): void {
  const organizations = organizationsOf.get(domain) ?? new DomainOrganizations(domain);
  organizations.add(organizationIds);
}
