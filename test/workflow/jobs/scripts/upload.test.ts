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
const VERIFIED = 'b-1.0-py3-none-any.whl acme-b 1.0\nb-1.0.tar.gz acme-b 1.0';
const AWS = `case "$2" in
  get-authorization-token) echo ${TOKEN} ;;
  get-repository-endpoint) echo ${ENDPOINT} ;;
  list-package-version-assets) exit 254 ;;
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
  function upload(tool: string, aws = AWS, env: Record<string, string> = {}, files = VERIFIED) {
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
      FILES: files,
      GITHUB_STEP_SUMMARY: join(folder, 'summary'),
    });
    const summary = existsSync(join(folder, 'summary')) ? readFileSync(join(folder, 'summary'), 'utf8') : '';
    return {
      ...result,
      summary,
      calls: existsSync(calls) ? readFileSync(calls, 'utf8').trim().split('\n') : [],
    };
  }

  test('each file is uploaded by itself, with a token of 15 minutes for this domain', () => {
    const { status, calls } = upload('exit 0');
    expect(status).toBe(0);
    const domain = '--domain acme --domain-owner 111111111111';
    expect(calls).toEqual([
      `aws codeartifact get-authorization-token ${domain} --duration-seconds 900 --query authorizationToken --output text`,
      `aws codeartifact get-repository-endpoint ${domain} --repository python --format pypi --query repositoryEndpoint --output text`,
      `aws codeartifact list-package-version-assets ${domain} --repository python --format pypi --package acme-b --package-version 1.0 --query assets[].name --output text`,
      `aws:${TOKEN}@${ENDPOINT} ${options} dist/b-1.0-py3-none-any.whl`,
      `aws:${TOKEN}@${ENDPOINT} ${options} dist/b-1.0.tar.gz`,
    ]);
  });

  test('the token is masked before anything else is printed, and printed nowhere else', () => {
    const { log } = upload('echo "the tool says something"');
    expect(log).toBe(`::add-mask::${TOKEN}\nb-1.0-py3-none-any.whl: published\nb-1.0.tar.gz: published\n`);
  });

  test('the summary tells what was published, and how it is installed', () => {
    expect(upload('exit 0').summary).toBe(
      [
        '### Published to CodeArtifact',
        '',
        '| file | |',
        '| --- | --- |',
        '| b-1.0-py3-none-any.whl | published |',
        '| b-1.0.tar.gz | published |',
        '',
        `Install from the index ${ENDPOINT}simple/:`,
        '',
        `    pip install --index-url ${ENDPOINT}simple/ acme-b==1.0`,
        '',
      ].join('\n'),
    );
  });

  test('what was there already is said to have been', () => {
    const aws = AWS.replace('exit 254', "printf 'other-b-1.0.tar.gz\\tb-1.0.tar.gz\\tc\\n'");
    expect(upload('exit 0', aws).summary).toContain(
      '| b-1.0-py3-none-any.whl | published |\n| b-1.0.tar.gz | was there already |\n',
    );
  });

  test('several packages are installed by one line, and each is looked up once', () => {
    const { summary, calls } = upload('exit 0', AWS, {}, `${VERIFIED}\nb-1.0.tar.gz acme-c 2.0`);
    expect(summary).toContain(` acme-b==1.0 acme-c==2.0\n`);
    expect(calls.filter((call) => call.includes('list-package-version-assets'))).toHaveLength(2);
  });

  test('a file that failed is in the summary, and nothing to install', () => {
    const { summary } = upload('exit 1');
    expect(summary).toMatch(/\| b-1.0-py3-none-any.whl \| \*\*not published\*\* \|\n$/);
  });

  test('other bytes under a published name fail, and it is said what to do', () => {
    const { status, log, calls } = upload(`echo '${conflict}'; exit 1`);
    expect(status).toBe(1);
    expect(log).toContain(conflict);
    expect(log).toContain(
      '::error title=Already published::b-1.0-py3-none-any.whl was not taken. The file has been published before with ' +
        'other contents. A published file is never replaced: raise the version of the package and push its tag. To go ' +
        'on with a run that broke off, re-run its failed jobs only, so that nothing is built again. Or this version ' +
        'exists in an upstream, such as public PyPI. Then name the package in packages of the CDK app, so that no ' +
        'upstream has a say in it.\n',
    );
    expect(calls).toHaveLength(4);
  });

  test('any other failure is not called a conflict, whatever the version of the package', () => {
    const { status, log } = upload(`echo '${denied}' >&2; exit 1`);
    expect(status).toBe(1);
    expect(log).toContain(denied);
    expect(log).not.toContain('Already published');
    expect(log).toContain(
      '::error title=Not published::b-1.0-py3-none-any.whl was not taken, and the answer stands in the log. It is ' +
        'likely one of these. The role may not publish a package of this name. Add the name to packages in the CDK ' +
        'app, and deploy it. A package group ',
    );
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
