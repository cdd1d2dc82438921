import type { Job, Permissions, Scope } from './model';

/** Why a job needs what is more than reading the sources. */
const REASONS: Partial<Record<Scope, string>> = {
  'id-token': 'proves which workflow this is',
  attestations: 'stores where the files come from',
  'artifact-metadata': 'lists the files that have such a record',
};

/** What a caller has to grant, so that each of the called jobs gets what it asks for, and no more. */
export function unionOfPermissions(jobs: Job[]): Permissions {
  const union: Permissions = {};
  for (const { permissions } of jobs) {
    for (const [scope, access] of Object.entries(permissions) as [Scope, 'read' | 'write'][]) {
      if (union[scope] !== 'write') union[scope] = access;
    }
  }
  return union;
}

/** A comment for the grant of a permission, where one is needed. */
export function reasonFor(scope: string): string | undefined {
  return REASONS[scope as Scope];
}
