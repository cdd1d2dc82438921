import type { IConstruct } from 'constructs';
import { isKnownLater } from '../../private/token-text';
import type { IDomain } from './domain-interface';

/** Whether two domains are known not to be one. */
export function isOtherDomain(one: IDomain, other: IDomain): boolean {
  if (one === other) return false;
  return (
    (isNew(one) && isNew(other)) ||
    differ(one.domainName, other.domainName) ||
    differ(one.domainOwner, other.domainOwner) ||
    differ(one.env.region, other.env.region)
  );
}

/** Whether two texts are known, and not the same. */
function differ(one: string, other: string): boolean {
  return one !== other && !isKnownLater(one) && !isKnownLater(other);
}

function isNew(resource: IConstruct): boolean {
  return resource.node.defaultChild !== undefined;
}
