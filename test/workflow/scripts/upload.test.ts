import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UPLOAD } from '../../../src/workflow/scripts/upload';
import { putFiles, putProgram, runScript } from '../support/bash';
import { newFolder, removeFolders } from '../support/cli';

afterAll(removeFolders);

const TOKEN = 'a-token-of-codeartifact';
const FILES = { 'dist/b-1.0-py3-none-any.whl': 'wheel', 'dist/b-1.0.tar.gz': 'sdist' };
const CONFLICT = 'ERROR    HTTPError: 409 Conflict from https://acme.example/pypi/python/';

/** Runs the upload with an `aws` and a `twine` that write down how they are called. */
function upload(twine: string, files: Record<string, string> = FILES) {
  const folder = newFolder();
  const calls = join(folder, 'calls');
  putFiles(folder, files);
  putProgram(
    join(folder, 'bin', 'aws'),
    `echo "aws $*" >> '${calls}'
    case "$2" in
      get-authorization-token) echo ${TOKEN} ;;
      get-repository-endpoint) echo https://acme.example/pypi/python/ ;;
    esac`,
  );
  putProgram(
    join(folder, 'tools', 'bin', 'twine'),
    `echo "$TWINE_USERNAME:$TWINE_PASSWORD@$TWINE_REPOSITORY_URL twine $*" >> '${calls}'\n${twine}`,
  );
  const result = runScript(UPLOAD, folder, {
    PATH: `${folder}/bin:${process.env.PATH}`,
    RUNNER_TEMP: folder,
    DOMAIN: 'acme',
    DOMAIN_OWNER: '111111111111',
    REPOSITORY: 'python',
  });
  return { ...result, calls: existsSync(calls) ? readFileSync(calls, 'utf8').trim().split('\n') : [] };
}

test('each file is uploaded by itself, with a token of 15 minutes for this domain', () => {
  const { status, calls } = upload('exit 0');
  expect(status).toBe(0);
  const twine = `aws:${TOKEN}@https://acme.example/pypi/python/ twine upload --non-interactive --disable-progress-bar`;
  expect(calls).toEqual([
    'aws codeartifact get-authorization-token --domain acme --domain-owner 111111111111 --duration-seconds 900 --query authorizationToken --output text',
    'aws codeartifact get-repository-endpoint --domain acme --domain-owner 111111111111 --repository python --format pypi --query repositoryEndpoint --output text',
    `${twine} dist/b-1.0-py3-none-any.whl`,
    `${twine} dist/b-1.0.tar.gz`,
  ]);
});

test('the token is masked before anything else is printed, and printed nowhere else', () => {
  const { log } = upload('exit 0');
  expect(log).toBe(`::add-mask::${TOKEN}\nPublished b-1.0-py3-none-any.whl\nPublished b-1.0.tar.gz\n`);
});

test('other bytes under a published name fail, and it is said what to do', () => {
  const { status, log, calls } = upload(`echo '${CONFLICT}'; exit 1`);
  expect(status).toBe(1);
  expect(log).toContain(CONFLICT);
  expect(log).toContain(
    '::error title=Already published::b-1.0-py3-none-any.whl has been published before with other contents, ' +
      'or this version exists in an upstream. A published file is never replaced: raise the version of the package ' +
      'and push its tag. To go on with a run that broke off, re-run its failed jobs only, so that nothing is built again.',
  );
  expect(calls.filter((call) => call.includes('twine'))).toHaveLength(1);
});

test('any other failure is not called a conflict, whatever the version of the package', () => {
  const { status, log } = upload('echo "ERROR HTTPError: 403 Forbidden for b-409.tar.gz" >&2; exit 1');
  expect(status).toBe(1);
  expect(log).toContain('403 Forbidden');
  expect(log).not.toContain('::error');
});

test('without a token nothing is uploaded', () => {
  const folder = newFolder();
  putProgram(join(folder, 'bin', 'aws'), 'echo denied >&2; exit 254');
  putProgram(join(folder, 'tools', 'bin', 'twine'), 'echo uploaded');
  putFiles(folder, FILES);
  const { status, log } = runScript(UPLOAD, folder, {
    PATH: `${folder}/bin:${process.env.PATH}`,
    RUNNER_TEMP: folder,
    DOMAIN: '',
    DOMAIN_OWNER: '',
    REPOSITORY: '',
  });
  expect(status).toBe(254);
  expect(log).toBe('denied\n');
});
