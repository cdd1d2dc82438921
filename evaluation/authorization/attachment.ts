import type { Policy } from './policy';
import { arnParts } from './wildcard';

/** A resource policy and the domain or repository that carries it. */
export interface AttachedPolicy {
  readonly policy: Policy;
  readonly attachedTo: string;
}

/**
 * What a policy on `attachedTo` can speak about: a domain's policy about the domain, its repositories
 * and packages; a repository's policy about that repository and its packages.
 */
export function speaksAbout(attachedTo: string, resource: string): boolean {
  const on = arnParts(attachedTo);
  const asked = arnParts(resource);
  if (!on || !asked || on.slice(0, 5).join(':') !== asked.slice(0, 5).join(':')) return false;
  const [kind, ...name] = (on[5] as string).split('/');
  const [askedKind, ...askedName] = (asked[5] as string).split('/');
  const within = name.every((part, i) => part === askedName[i]);
  if (kind === askedKind) return within && name.length === askedName.length;
  return within && (kind === 'domain' || (kind === 'repository' && askedKind === 'package'));
}
