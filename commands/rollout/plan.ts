import { entryText } from '../../src/github/trust/entry-text';
import { withoutOrigin } from '../../src/workflow/checkout/header';
import type { AssemblyStack } from '../assembly';
import type { GeneratedWorkflow } from '../doctor/expected/generated-workflow';
import { type ExpectedRole, expectedStack } from '../doctor/expected/stacks';
import type { TrustedRepository } from '../doctor/expected/trusted-role';
import { callerDifference } from '../doctor/github/caller-difference';
import { fileIn } from '../doctor/github/files';
import { existing } from '../doctor/github/repository';
import { withOwnId } from '../doctor/look-at-github';
import type { GitHub } from '../github/github';
import { callerFile } from './caller-file';

/** A repository that publishes, and by which files. */
export interface Publishing {
  readonly repository: TrustedRepository;
  readonly issuer: string;
  readonly workflow: GeneratedWorkflow;
}

/** A file that is missing in a repository, or differs there. */
export interface FileToRollOut {
  readonly path: string;
  readonly text: string;
  /** What is wrong with the one that is there; nothing where none is. */
  readonly differs?: string;
  /** The content that it replaces, by the id that Git has for it. */
  readonly sha?: string;
}

/**
 * Who publishes, by the templates of an app and its generated files.
 *
 * @param named further repositories, of an organization that is trusted as a whole
 */
export function publishingIn(
  stacks: readonly AssemblyStack[],
  workflows: readonly GeneratedWorkflow[],
  named: readonly string[],
): Publishing[] {
  const roles = stacks.flatMap((stack) => expectedStack(stack, undefined, workflows).roles);
  return roles.flatMap((role) => {
    const { workflow, issuer } = role;
    if (!workflow) return [];
    return [...role.repositories, ...ofOrganizations(role, named)].map((repository) => ({
      repository,
      issuer,
      workflow,
    }));
  });
}

function ofOrganizations({ organizationIds }: ExpectedRole, named: readonly string[]): TrustedRepository[] {
  if (organizationIds.length === 0) return [];
  return named.map((name) => ({ name, subjects: [], repositoryIds: [], ownerIds: organizationIds }));
}

/** The files of a repository that are missing or differ. */
export async function filesToRollOut(
  github: GitHub,
  { repository, workflow }: Publishing,
): Promise<FileToRollOut[]> {
  const { name } = repository;
  const { callerPath, reusable, host } = workflow;
  await existing(github, name);
  const entry = entryText(await withOwnId(github, repository));
  const caller = await fileIn(github, name, callerPath);
  const text = callerFile(workflow, entry, caller?.text);
  const files: FileToRollOut[] = [];
  // A file without the entry does its work, and gets one where it is written anyway.
  const differs = caller && callerDifference(workflow, caller.text, entry);
  if (!caller || differs) files.push({ path: callerPath, text, differs, sha: caller?.sha });
  if (host) return files;
  const called = await fileIn(github, name, reusable.path);
  if (!called || withoutOrigin(called.text) !== withoutOrigin(reusable.text)) {
    const why = called && 'it is not what the app generates';
    files.push({ path: reusable.path, text: reusable.text, differs: why, sha: called?.sha });
  }
  return files;
}
