import { join } from 'node:path';
import { LOG_IN, READ_FROM_REPOSITORY } from '../../../../src/workflow/jobs/scripts/codeartifact';
import { putProgram, runScript } from '../../support/bash';
import { newFolder, removeFolders } from '../../support/cli';

afterAll(removeFolders);

test('pip and uv install from the repository as the user aws, with a masked token of 15 minutes', () => {
  const folder = newFolder();
  putProgram(
    join(folder, 'aws'),
    'case "$2 $*" in *get-authorization-token*900*) echo secret ;; *get-repository-endpoint*pypi*) echo https://acme.example/pypi/python/ ;; esac',
  );
  const script = `${LOG_IN}${READ_FROM_REPOSITORY}env | grep -E '^(PIP|UV)' | sort`;
  const result = runScript(script, folder, { PATH: `${folder}:${process.env.PATH}` });
  expect(result).toEqual({
    status: 0,
    log:
      '::add-mask::secret\n' +
      'PIP_INDEX_URL=https://aws:secret@acme.example/pypi/python/simple/\n' +
      'UV_DEFAULT_INDEX=https://aws:secret@acme.example/pypi/python/simple/\n',
  });
});

test('on Windows, the carriage return behind what the AWS CLI says is no part of it', () => {
  const folder = newFolder();
  putProgram(join(folder, 'aws'), 'printf "https://acme.example/\\r\\n"');
  const script = `${LOG_IN}printf '%q\\n' "$token" "$endpoint"`;
  const { log } = runScript(script, folder, { PATH: `${folder}:${process.env.PATH}` });
  expect(log).toBe('::add-mask::https://acme.example/\nhttps://acme.example/\nhttps://acme.example/\n');
});
