import { invalidInput } from '../../private/invalid-input';
import type { AllPermissions, Permissions, Scope, Workflow } from './model';

/** Why a job needs what is more than reading the sources. */
const REASONS: Partial<Record<Scope, string>> = {
  'id-token': 'proves which workflow this is',
  attestations: 'stores where the files come from',
  'artifact-metadata': 'lists the files that have such a record',
};

const SYNTAX =
  'https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#permissions';

/**
 * What a caller has to grant, so that each of the called jobs gets what it asks for, and no more. A job that asks for
 * nothing has what the workflow says, or else what the caller grants to the others.
 *
 * Throws for what a patch wrote that GitHub would not read, and for what no caller can grant.
 */
export function unionOfPermissions(workflow: Workflow, path: string): Permissions | AllPermissions {
  const union: Permissions = {};
  const all = new Set<AllPermissions>();
  for (const [place, asked] of askedFor(workflow, path)) {
    if (asked === 'read-all' || asked === 'write-all') all.add(asked);
    else join(union, asked, place);
  }
  if (all.has('write-all')) return 'write-all';
  if (!all.has('read-all')) return union;
  const writes = Object.entries(union).filter(([, access]) => access === 'write');
  if (writes.length === 0) return 'read-all';
  throw invalidInput({
    property: path,
    given: 'read-all',
    reason: `stands beside ${writes.map(([scope]) => `${scope}: write`).join(', ')}, and a caller can not grant both`,
    instead: "the scopes that the job needs, as in { contents: 'read' }",
    see: SYNTAX,
  });
}

/** A comment for the grant of a permission, where one is needed. */
export function reasonFor(scope: string): string | undefined {
  return REASONS[scope as Scope];
}

/** What each job asks for, be it by the workflow; patches can have made anything of both. */
function askedFor({ permissions, jobs }: Workflow, path: string): [place: string, asked: unknown][] {
  if (!isMapping(jobs) || Object.keys(jobs).length === 0)
    throw unreadable(`${path} /jobs`, jobs, 'has no job');
  return Object.entries(jobs).flatMap(([id, job]): [string, unknown][] => {
    if (!isMapping(job)) throw unreadable(`${path} /jobs/${id}`, job, 'is no job');
    if (job.permissions !== undefined) return [[`${path} /jobs/${id}/permissions`, job.permissions]];
    return permissions === undefined ? [] : [[`${path} /permissions`, permissions]];
  });
}

function join(union: Permissions, asked: unknown, place: string): void {
  if (!isMapping(asked)) throw unreadable(place, asked, 'are no permissions');
  for (const [scope, access] of Object.entries(asked) as [Scope, unknown][]) {
    if (access === 'none') continue;
    if (access !== 'read' && access !== 'write')
      throw unreadable(`${place}/${scope}`, access, 'is no access');
    if (union[scope] !== 'write') union[scope] = access;
  }
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function unreadable(property: string, given: unknown, reason: string): Error {
  return invalidInput({
    property,
    given,
    reason: `${reason}, so that the caller can not be told what to grant`,
    allowed:
      "a mapping of jobs, each with permissions such as { contents: 'read' }, read-all, write-all, or none",
    see: SYNTAX,
  });
}
