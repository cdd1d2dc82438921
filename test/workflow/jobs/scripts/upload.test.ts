import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Uploader } from '../../../../src';
import { uploadScript } from '../../../../src/workflow/jobs/scripts/upload';
import { putFiles, putProgram, runScript } from '../../support/bash';
import { newFolder, removeFolders } from '../../support/cli';

afterAll(removeFolders);

const TOKEN = 'a-token-of-codeartifact';
const ENDPOINT = 'https://acme.example/pypi/python/';
const FILES = { 'dist/b-1.0-py3-none-any.whl': 'wheel', 'dist/b-1.0.tar.gz': 'sdist' };
const AWS = `case "$2" in
  get-authorization-token) echo ${TOKEN} ;;
  get-repository-endpoint) echo ${ENDPOINT} ;;
esac`;

/** What each tool is called with, and what it says when it is answered 409 and 403. */
const TOOLS = [
  {
    uploader: Uploader.TWINE,
    credentials: '$TWINE_USERNAME:$TWINE_PASSWORD@$TWINE_REPOSITORY_URL',
    options: 'upload --non-interactive --disable-progress-bar',
    conflict: `ERROR    HTTPError: 409 Conflict from ${ENDPOINT}`,
    denied: `ERROR    HTTPError: 403 Forbidden from ${ENDPOINT} for b-409.tar.gz`,
  },
  {
    uploader: Uploader.UV,
    credentials: '$UV_PUBLISH_USERNAME:$UV_PUBLISH_PASSWORD@$UV_PUBLISH_URL',
    options: 'publish --no-progress --trusted-publishing never',
    conflict: 'Caused by: Upload failed with status code 409 Conflict. Server says: Conflict',
    denied: 'Caused by: Upload failed with status code 403 Forbidden. Server says: b-409.tar.gz',
  },
];

describe.each(TOOLS)('$uploader', ({ uploader, credentials, options, conflict, denied }) => {
  /** Runs the upload with an `aws` and a tool that write down how they are called. */
  function upload(tool: string, aws = AWS, env: Record<string, string> = {}) {
    const folder = newFolder();
    const calls = join(folder, 'calls');
    putFiles(folder, FILES);
    putProgram(join(folder, 'bin', 'aws'), `echo "aws $*" >> '${calls}'\n${aws}`);
    putProgram(join(folder, 'tools', 'bin', uploader), `echo "${credentials} $*" >> '${calls}'\n${tool}`);
    const result = runScript(uploadScript(uploader), folder, {
      PATH: `${folder}/bin:${process.env.PATH}`,
      RUNNER_TEMP: folder,
      DOMAIN: 'acme',
      DOMAIN_OWNER: '111111111111',
      REPOSITORY: 'python',
      ...env,
    });
    return { ...result, calls: existsSync(calls) ? readFileSync(calls, 'utf8').trim().split('\n') : [] };
  }

  test('each file is uploaded by itself, with a token of 15 minutes for this domain', () => {
    const { status, calls } = upload('exit 0');
    expect(status).toBe(0);
    const domain = '--domain acme --domain-owner 111111111111';
    expect(calls).toEqual([
      `aws codeartifact get-authorization-token ${domain} --duration-seconds 900 --query authorizationToken --output text`,
      `aws codeartifact get-repository-endpoint ${domain} --repository python --format pypi --query repositoryEndpoint --output text`,
      `aws:${TOKEN}@${ENDPOINT} ${options} dist/b-1.0-py3-none-any.whl`,
      `aws:${TOKEN}@${ENDPOINT} ${options} dist/b-1.0.tar.gz`,
    ]);
  });

  test('the token is masked before anything else is printed, and printed nowhere else', () => {
    const { log } = upload('echo "the tool says something"');
    expect(log).toBe(`::add-mask::${TOKEN}\nPublished b-1.0-py3-none-any.whl\nPublished b-1.0.tar.gz\n`);
  });

  test('other bytes under a published name fail, and it is said what to do', () => {
    const { status, log, calls } = upload(`echo '${conflict}'; exit 1`);
    expect(status).toBe(1);
    expect(log).toContain(conflict);
    expect(log).toContain(
      '::error title=Already published::b-1.0-py3-none-any.whl has been published before with other contents, ' +
        'or this version exists in an upstream. A published file is never replaced: raise the version of the package ' +
        'and push its tag. To go on with a run that broke off, re-run its failed jobs only, so that nothing is built again.',
    );
    expect(calls).toHaveLength(3);
  });

  test('any other failure is not called a conflict, whatever the version of the package', () => {
    const { status, log } = upload(`echo '${denied}' >&2; exit 1`);
    expect(status).toBe(1);
    expect(log).toContain(denied);
    expect(log).not.toContain('::error');
  });

  test('the tool sees no way to ask for an identity, and nothing of its own that the machine says', () => {
    const prefix = uploader.toUpperCase();
    const { status, log } = upload('env; exit 1', AWS, {
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'of-the-machine',
      ACTIONS_ID_TOKEN_REQUEST_URL: 'https://of-the-machine.example/',
      [`${prefix}_CERT`]: '/of-the-machine',
      [`${prefix}_KEYRING_PROVIDER`]: 'of-the-machine',
    });
    expect(status).toBe(1);
    expect(log).toContain(`${prefix === 'UV' ? 'UV_PUBLISH' : prefix}_PASSWORD=${TOKEN}`);
    expect(log).not.toContain('of-the-machine');
  });

  test('without a token nothing is uploaded', () => {
    const { status, log, calls } = upload('exit 0', 'echo denied >&2; exit 254');
    expect(status).toBe(254);
    expect(log).toBe('denied\n');
    expect(calls).toHaveLength(1);
  });
});
