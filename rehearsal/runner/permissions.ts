import { InvalidWorkflow, type Permissions } from './workflow';

/** What a token has where nobody says anything: the restricted default of new repositories. */
const DEFAULT: Permissions = { contents: 'read', packages: 'read' };
const RANK = { none: 0, read: 1, write: 2 } as const;

/** A job's block replaces the workflow's; naming any scope sets all others to none. */
export function effective(job: Permissions | undefined, workflow: Permissions | undefined): Permissions {
  return job ?? workflow ?? DEFAULT;
}

/** A pull request from a fork reads, whatever its workflow says, and proves nothing. */
export function forFork(asked: Permissions): Permissions {
  const scopes = Object.entries(asked).filter(([scope]) => scope !== 'id-token');
  return Object.fromEntries(scopes.map(([scope, level]) => [scope, level === 'write' ? 'read' : level]));
}

/** A called workflow can lower what its caller grants, never raise it; GitHub refuses to start such a run. */
export function requireWithin(job: string, wanted: Permissions, granted: Permissions): void {
  for (const [scope, level] of Object.entries(wanted)) {
    const allowed = granted[scope] ?? 'none';
    if (RANK[level] > RANK[allowed]) {
      throw new InvalidWorkflow(
        `The nested job '${job}' is requesting '${scope}: ${level}', but is only allowed '${scope}: ${allowed}'.`,
      );
    }
  }
}
