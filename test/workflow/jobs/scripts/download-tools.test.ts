import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { downloadTools } from '../../../../src/workflow/jobs/scripts/download-tools';
import { putProgram, runScript } from '../../support/bash';
import { newFolder, removeFolders } from '../../support/cli';

afterAll(removeFolders);

/** Runs the script with an AWS CLI and a Python that write down what they are asked. */
function download(lists: string[][], env: Record<string, string> = {}) {
  const folder = newFolder();
  const asked = join(folder, 'asked');
  putProgram(
    join(folder, 'bin', 'aws'),
    'case "$2" in *token) echo the-token ;; *) echo "https://acme.example/pypi/python/" ;; esac',
  );
  putProgram(
    join(folder, 'python'),
    `{ echo "$@"; cat "$RUNNER_TEMP/requirements.txt"; env | grep ^PIP_ | sort; env | grep -E 'PYTHON|ID_TOKEN' || true; } >> "${asked}"`,
  );
  const result = runScript(downloadTools('TOOLS_PYTHON', lists), folder, {
    PATH: `${join(folder, 'bin')}:${process.env.PATH}`,
    RUNNER_TEMP: folder,
    TOOLS_PYTHON: join(folder, 'python'),
    ...env,
  });
  return { ...result, asked: read(asked).replaceAll(folder, '…').split('\n') };
}

const read = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8') : '');

const OPTIONS =
  '-I -m pip download --no-cache-dir --disable-pip-version-check --dest …/wheels ' +
  '--require-hashes --no-deps --only-binary :all: --requirement …/requirements.txt';
const FROM = [
  'PIP_CONFIG_FILE=/dev/null',
  'PIP_INDEX_URL=https://aws:the-token@acme.example/pypi/python/simple/',
];
const PYTHON = 'TOOLS_PYTHON=…/python';

test('each list is downloaded by itself, from the repository with the token', () => {
  const { status, log, asked } = download([['a==2', 'b==1'], ['a==1']]);
  expect(status).toBe(0);
  expect(log.split('\n')[0]).toBe('::add-mask::the-token');
  expect(asked).toEqual([
    ...[OPTIONS, 'a==2', 'b==1', ...FROM, PYTHON],
    ...[OPTIONS, 'a==1', ...FROM, PYTHON],
    '',
  ]);
});

test('what the machine says to pip and Python counts for nothing, and the identity is gone', () => {
  const { asked } = download([['a==1']], {
    PIP_EXTRA_INDEX_URL: 'https://evil.example/simple/',
    PIP_FIND_LINKS: '/evil',
    PYTHONPATH: '/evil',
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'secret',
    ACTIONS_ID_TOKEN_REQUEST_URL: 'https://acme.example/',
  });
  expect(asked).toEqual([OPTIONS, 'a==1', ...FROM, PYTHON, '']);
});

test('a download that fails ends the step', () => {
  expect(download([['a==1']], { TOOLS_PYTHON: '/bin/false' }).status).toBe(1);
});
