import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { type Identities, identitiesOf, withAdditions } from './identities';
import type { CloudFormationTemplate, Synthesized } from './synthesize';

const FOLDER = join(__dirname, 'baseline');

/** The names of the apps that have a baseline. */
export function baselineNames(): string[] {
  return readdirSync(FOLDER).sort();
}

/** The identities that were committed for an app; undefined for one that is new. */
export function readIdentities(app: string): Identities | undefined {
  const path = join(FOLDER, app, 'identities.json');
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
}

export function readTemplate(app: string): CloudFormationTemplate {
  return JSON.parse(readFileSync(join(FOLDER, app, 'template.json'), 'utf8'));
}

/** The files that were committed for an app, by their path. */
export function readFiles(app: string): Record<string, string> {
  const root = join(FOLDER, app, 'files');
  const entries = readdirSync(root, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    paths
      .sort()
      .map((path) => [path.slice(root.length + 1).replaceAll(sep, '/'), readFileSync(path, 'utf8')]),
  );
}

/** Writes template and files anew. Of the identities, none that is there is changed or taken away. */
export function updateBaseline(app: string, made: Synthesized): void {
  const identities = withAdditions(readIdentities(app), identitiesOf(made));
  rmSync(join(FOLDER, app, 'files'), { recursive: true, force: true });
  write(join(app, 'identities.json'), json(identities));
  write(join(app, 'template.json'), json(made.template));
  for (const [path, text] of Object.entries(made.files)) write(join(app, 'files', path), text);
}

export function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

function write(path: string, text: string): void {
  const file = join(FOLDER, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
