import { expression } from '../language/expression';
import type { Job, Output } from '../language/model';

/** What the workflow hands on to later jobs of its caller, by the name that a job of it has for the same. */
const DESCRIPTIONS: Record<string, string> = {
  artifact_name: 'The artifact of the run that has the files',
  artifact_id: 'The id of that artifact',
  sha256: 'The SHA-256 of each file, as `sha256sum --check` reads them',
  packages: 'The names of the packages',
  version: 'The version of the packages',
  published: 'The text `true` after they are published, and nothing where a run only builds and verifies',
};

/** The outputs that there are, each from the last job that has it: what is known last was looked at best. */
export function workflowOutputs(jobs: Record<string, Job>): Record<string, Output> {
  const found = Object.entries(DESCRIPTIONS).flatMap(([name, description]): [string, Output][] => {
    const [id] = Object.keys(jobs)
      .filter((job) => jobs[job].outputs?.[name] !== undefined)
      .slice(-1);
    return id ? [[name, { description, value: expression(`jobs.${id}.outputs.${name}`) }]] : [];
  });
  return Object.fromEntries(found);
}
