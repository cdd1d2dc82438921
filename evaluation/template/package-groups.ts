import { Refusal } from '../refusal';
import type { ResolvedResource } from './resolve';

export type Origin = 'Publish' | 'ExternalUpstream' | 'InternalUpstream';
export type Mode = 'ALLOW' | 'BLOCK' | 'ALLOW_SPECIFIC_REPOSITORIES' | 'INHERIT';

export interface Restriction {
  readonly mode: Mode;
  readonly repositories: readonly string[];
}

export interface PackageGroup {
  readonly domain: string;
  readonly pattern: string;
  readonly restrictions: Readonly<Partial<Record<Origin, Restriction>>>;
  /** Whether the group holds a PyPI package of that (normalized) name. */
  readonly holds: (name: string) => boolean;
}

export function readPackageGroup({ properties: p, logicalId }: ResolvedResource): PackageGroup {
  const pattern = String(p.Pattern);
  const restrictions: Partial<Record<Origin, Restriction>> = {};
  const configured = (p.OriginConfiguration as { Restrictions?: object } | undefined)?.Restrictions ?? {};
  for (const [origin, given] of Object.entries(configured)) {
    const { RestrictionMode, Repositories = [] } = given as {
      RestrictionMode: Mode;
      Repositories?: string[];
    };
    restrictions[origin as Origin] = { mode: RestrictionMode, repositories: Repositories };
  }
  return { domain: String(p.DomainName), pattern, restrictions, holds: holder(pattern, logicalId) };
}

function holder(pattern: string, logicalId: string): (name: string) => boolean {
  if (pattern === '/*' || pattern === '/pypi/*') return () => true;
  const [, name, suffix] = /^\/pypi\/\/([a-z0-9-]*)([$~*])$/.exec(pattern) ?? [];
  if (name === undefined) throw new Refusal(`${logicalId}: package group pattern ${pattern} is not known`);
  if (suffix === '$') return (candidate) => candidate === name;
  if (suffix === '~') return (candidate) => candidate === name || candidate.startsWith(`${name}-`);
  // `*` after a word character is in none of AWS's documented forms.
  if (/[a-z0-9]$/.test(name)) throw new Refusal(`${logicalId}: ${pattern} needs ~ or - before its *`);
  return (candidate) => candidate.startsWith(name);
}

/** The mode that counts for a package: that of the longest pattern that holds it and does not inherit. */
export function effectiveMode(
  groups: readonly PackageGroup[],
  domain: string,
  name: string,
  origin: Origin,
): Restriction & { readonly pattern: string } {
  const holding = groups
    .filter((group) => group.domain === domain && group.holds(name))
    .sort((a, b) => b.pattern.length - a.pattern.length);
  for (const { pattern, restrictions } of holding) {
    const restriction = restrictions[origin];
    if (restriction && restriction.mode !== 'INHERIT') return { ...restriction, pattern };
  }
  return { mode: 'ALLOW', repositories: [], pattern: '/*' };
}
