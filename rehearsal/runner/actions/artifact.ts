import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { filterExpression } from '../trigger';
import type { Action } from './action';

export const uploadArtifact: Action = {
  inputs: ['name', 'path', 'if-no-files-found', 'retention-days', 'compression-level'],
  async run(inputs, { workspace, artifacts, log }): Promise<Record<string, string>> {
    const files = withoutHidden(filesAt(workspace, inputs.path ?? ''));
    if (!files.size) {
      const message = `No files were found with the provided path: ${inputs.path}.`;
      if (inputs['if-no-files-found'] === 'error') throw new Error(message);
      log.write(`::warning::${message}`);
      return {};
    }
    return { 'artifact-id': artifacts.put(inputs.name ?? 'artifact', files) };
  },
};

export const downloadArtifact: Action = {
  inputs: ['name', 'artifact-ids', 'path', 'digest-mismatch'],
  async run(inputs, { workspace, artifacts }) {
    const folder = resolve(workspace, inputs.path ?? '.');
    const { name = 'artifact', 'artifact-ids': id } = inputs;
    for (const [path, content] of id === undefined ? artifacts.get(name) : artifacts.withId(id)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    return { 'download-path': folder };
  },
};

/** Hidden files, and those in hidden folders, are left out unless that is asked for. */
const withoutHidden = (files: ReadonlyMap<string, Buffer>) =>
  new Map([...files].filter(([path]) => !path.split('/').some((part) => part.startsWith('.'))));

/** A folder's files, or those that a pattern names; paths are relative to what they have in common. */
function filesAt(workspace: string, path: string): Map<string, Buffer> {
  const literal = resolve(workspace, path.replace(/\/$/, ''));
  if (existsSync(literal) && statSync(literal).isDirectory()) return read(below(literal), literal);
  const [base = ''] = /^[^*?[]*(?=\/|$)/.exec(path) ?? [];
  const expression = filterExpression(path);
  return read(
    below(workspace).filter((file) => expression.test(relative(workspace, file))),
    join(workspace, base),
  );
}

const below = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

const read = (files: string[], base: string) =>
  new Map(files.sort().map((file) => [relative(base, file), readFileSync(file)]));
