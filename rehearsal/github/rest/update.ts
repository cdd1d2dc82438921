import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extract, OPERATIONS } from './extract';

const PACKAGE = '@octokit/openapi';
const DESCRIPTION = 'package/generated/api.github.com.json';

/** Writes `github-api.json`: the operations that the commands use, from GitHub's own description of its REST API. */
function update(folder: string): void {
  process.stderr.write(`Fetching ${PACKAGE}, 29 MB …\n`);
  const [packed] = JSON.parse(
    execFileSync('npm', ['pack', PACKAGE, '--json', '--pack-destination', folder], { encoding: 'utf8' }),
  ) as { filename: string; version: string; license?: string }[];
  if (!packed) throw new Error(`npm packed nothing of ${PACKAGE}`);
  execFileSync('tar', ['-xzf', join(folder, packed.filename), '-C', folder, DESCRIPTION]);
  const description = JSON.parse(readFileSync(join(folder, DESCRIPTION), 'utf8'));
  const source = `${PACKAGE}@${packed.version}`;
  const { operations, components } = extract(description);
  const text = [
    `{"source": ${JSON.stringify(source)}, "license": "MIT", "operations": {`,
    lines(operations),
    '}, "components": {',
    lines(components),
    '}}',
  ];
  writeFileSync(join(__dirname, 'github-api.json'), `${text.join('\n')}\n`);
  process.stderr.write(`${OPERATIONS.length} operations of ${source}\n`);
}

/** A line for each, so that a newer description is read as a difference. */
function lines(entries: object): string {
  return Object.entries(entries)
    .map(([name, entry]) => `${JSON.stringify(name)}: ${JSON.stringify(entry)}`)
    .join(',\n');
}

const folder = mkdtempSync(join(tmpdir(), 'github-api-'));
try {
  update(folder);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
