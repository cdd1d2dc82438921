import { parse } from 'yaml';
import { TRUSTED_REPOSITORY_INPUT } from '../../../src/github/trust/entry-text';
import type { GeneratedWorkflow } from '../expected/generated-workflow';

/** What the author of a package may choose in the copy of a template. */
export const FREE_INPUTS = ['python_version', 'working_directory'];

/**
 * Where the caller of a repository is not the generated one, in words; nothing where they come to the same. Comments
 * and the order of keys are nobody's concern, and a copy of a template is free in its name and in what it builds.
 */
export function callerDifference(
  { caller, host }: Pick<GeneratedWorkflow, 'caller' | 'host'>,
  text: string,
  entry?: string,
): string | undefined {
  let found: unknown;
  try {
    found = parse(text);
  } catch {
    return 'it is no YAML';
  }
  const isFree = (path: readonly string[]) => {
    const input = path[0] === 'jobs' && path[2] === 'with' ? path[3] : undefined;
    if (host && (path.join() === 'name' || FREE_INPUTS.includes(input ?? ''))) return true;
    return input === TRUSTED_REPOSITORY_INPUT;
  };
  return difference(caller.workflow, found, [], isFree) ?? entryDifference(found, entry);
}

/** The entry is an input that may be missing; one of another repository is a fault. */
function entryDifference(workflow: unknown, entry: string | undefined): string | undefined {
  const { jobs = {} } = workflow as { jobs?: Record<string, { with?: Record<string, unknown> }> };
  for (const [job, { with: inputs = {} }] of Object.entries(jobs)) {
    const given = inputs[TRUSTED_REPOSITORY_INPUT];
    if (given !== undefined && entry !== undefined && given !== entry) {
      return `jobs.${job}.with.${TRUSTED_REPOSITORY_INPUT} is ${shown(given)}, and should be ${shown(entry)}`;
    }
  }
  return undefined;
}

function difference(
  wanted: unknown,
  found: unknown,
  path: readonly string[],
  isFree: (path: readonly string[]) => boolean,
): string | undefined {
  if (isFree(path)) return undefined;
  if (isObject(wanted) && isObject(found)) {
    for (const key of new Set([...Object.keys(wanted), ...Object.keys(found)])) {
      const said = difference(wanted[key], found[key], [...path, key], isFree);
      if (said !== undefined) return said;
    }
    return undefined;
  }
  if (JSON.stringify(wanted) === JSON.stringify(found)) return undefined;
  return `${path.join('.') || 'it'} is ${shown(found)}, and should be ${shown(wanted)}`;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'not there';
  return text.length > 120 ? `${text.slice(0, 120)}…` : text;
}
