import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nameScript } from '../../../../src/workflow/jobs/scripts/artifact-name';
import { runScript } from '../../support/bash';
import { newFolder, removeFolders } from '../../support/cli';

afterAll(removeFolders);

function name(): string {
  const output = join(newFolder(), 'output');
  expect(runScript(nameScript('python-package'), '/', { GITHUB_OUTPUT: output })).toEqual({
    status: 0,
    log: '',
  });
  return readFileSync(output, 'utf8');
}

test('two calls in one run have two names', () => {
  expect(name()).toMatch(/^artifact=python-package-[0-9a-f]{16}\n$/);
  expect(name()).not.toBe(name());
});

test('no name is made up where there is nothing to make it of', () => {
  const bin = newFolder();
  expect(
    runScript(nameScript('python-package'), '/', { PATH: bin, GITHUB_OUTPUT: join(bin, 'output') }).status,
  ).not.toBe(0);
});
