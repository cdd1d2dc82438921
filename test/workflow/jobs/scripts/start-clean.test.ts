import { existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { START_CLEAN } from '../../../../src/workflow/jobs/scripts/start-clean';
import { putFiles, runScript } from '../../support/bash';
import { newFolder, removeFolders } from '../../support/cli';

afterAll(removeFolders);

/** A runner that an earlier build ran on, after the start of the job that publishes. */
function start(prepare: (workspace: string, temp: string) => void = () => {}) {
  const workspace = newFolder();
  const temp = newFolder();
  prepare(workspace, temp);
  const file = join(newFolder(), 'env');
  const result = runScript(START_CLEAN, workspace, {
    RUNNER_TEMP: temp,
    GITHUB_ENV: file,
    HOME: '/home/of/builds',
  });
  const variables: Record<string, string> = Object.fromEntries(
    readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.split('=')),
  );
  return { ...result, workspace, temp, variables };
}

test('the later steps have a home that is empty and gone with the job', () => {
  const { status, log, temp, variables } = start();
  expect({ status, log }).toEqual({ status: 0, log: '' });
  expect(variables.HOME).toBe(join(temp, 'home'));
  expect(readdirSync(variables.HOME)).toEqual([]);
});

test('what tools read besides of the home is in it', () => {
  const { variables } = start();
  const { HOME, ...others } = variables;
  expect(Object.keys(others)).toEqual(['XDG_CONFIG_HOME', 'XDG_DATA_HOME', 'XDG_CACHE_HOME']);
  for (const folder of Object.values(others)) expect(folder.startsWith(`${HOME}/`)).toBe(true);
});

test('what is in its place is gone', () => {
  const { variables } = start((_, temp) => putFiles(temp, { 'home/.pypirc': '[pypi]' }));
  expect(readdirSync(variables.HOME)).toEqual([]);
});

test('files of an earlier release are gone, and what a link to them leads to stays', () => {
  const files = start((workspace) =>
    putFiles(workspace, { 'dist/b-1.0.tar.gz': 'old', 'built/2/b-1.0.tar.gz': 'old', 'config.yml': 'kept' }),
  );
  expect(readdirSync(files.workspace)).toEqual(['config.yml']);

  const elsewhere = newFolder();
  putFiles(elsewhere, { kept: '' });
  const link = start((workspace) => symlinkSync(elsewhere, join(workspace, 'dist')));
  expect(readdirSync(link.workspace)).toEqual([]);
  expect(existsSync(join(elsewhere, 'kept'))).toBe(true);
});
