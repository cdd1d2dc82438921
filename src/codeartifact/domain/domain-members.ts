import type { IConstruct } from 'constructs';
import { invalidInput } from '../../private/invalid-input';
import { isKnownLater } from '../../private/token-text';
import type { IDomain } from './domain-interface';

/** What a domain has once of each name. */
export interface DomainMember {
  /** As its user writes it: `repositoryName`, `packages`. */
  readonly property: string;
  readonly name: string;
  /** A clause before the path of the first: "is the name of". */
  readonly reason: string;
  readonly instead: string;
}

const membersOf = new WeakMap<IDomain, Map<string, IConstruct>>();

/**
 * Remembers what is made in a domain, and throws for a second one of the same name, which CodeArtifact would
 * refuse in the middle of a deployment. A token passes, since only deployment knows if it is a second one.
 */
export function addToDomain(domain: IDomain, owner: IConstruct, member: DomainMember): void {
  const { property, name, reason, instead } = member;
  if (isKnownLater(name)) return;
  const members = membersOf.get(domain) ?? new Map<string, IConstruct>();
  membersOf.set(domain, members);
  const key = `${property} ${name}`;
  const first = members.get(key);
  if (first) {
    throw invalidInput(
      { property, given: name, reason: `${reason} ${first.node.path} in the same domain`, instead },
      owner,
    );
  }
  members.set(key, owner);
}
