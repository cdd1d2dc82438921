import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { SIGN_IN_CAUSES, type SignInCauseId } from '../../../../../src/github/trust/refusal-causes';
import type { SharedTrust } from '../../../../../src/github/trust/shared-trust';
import { compareSignIn } from '../../../../../src/workflow/jobs/scripts/sign-in/compare';
import { python } from '../../../../support/locked-python';
import { putFiles } from '../../../support/bash';
import { newFolder, removeFolders } from '../../../support/cli';

const TRUST: SharedTrust = {
  issuer: 'https://token.actions.githubusercontent.com',
  claims: { aud: ['sts.amazonaws.com'] },
  repositories: { forms: ['classic'], contexts: ['ref:refs/tags/v*.*.*'], claims: {} },
};
const CLAIMS = {
  iss: TRUST.issuer,
  aud: 'sts.amazonaws.com',
  sub: 'repo:acme/orders-sdk:ref:refs/tags/v1.2.3',
  repository: 'acme/orders-sdk',
  ref: 'refs/tags/v1.2.3',
  event_name: 'push',
};
const onBranch = (name: string) => ({
  ...CLAIMS,
  sub: `repo:acme/orders-sdk:ref:refs/heads/${name}`,
  ref: `refs/heads/${name}`,
});
const SCRIPT = compareSignIn('"$PYTHON"', new Set(Object.keys(SIGN_IN_CAUSES) as SignInCauseId[]));

let server: Server;
let answer: { status: number; body: string };
const asked: string[] = [];
beforeAll(async () => {
  server = createServer(({ url, headers }, response) => {
    asked.push(`${url} ${headers.authorization}`);
    response.writeHead(answer.status).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  server.close();
  removeFolders();
});

const tokenWith = (claims: object) =>
  ['e30', Buffer.from(JSON.stringify(claims)).toString('base64url'), 'c2ln'].join('.');

/** Runs the script in a job that is given a token with these claims, or another answer. */
async function compare(claims: object, env: Record<string, string | undefined> = {}, other?: typeof answer) {
  const token = tokenWith(claims);
  answer = other ?? { status: 200, body: JSON.stringify({ value: token }) };
  const folder = newFolder();
  putFiles(folder, { output: '', summary: '' });
  const { port } = server.address() as AddressInfo;
  const job = {
    PATH: process.env.PATH,
    PYTHON: python(),
    TRUST: JSON.stringify(TRUST),
    TRUSTED_REPOSITORY: 'repo:acme/orders-sdk',
    AUDIENCE: 'sts.amazonaws.com',
    ROLE_ARN: 'arn:aws:iam::111111111111:role/acme/publish',
    GITHUB_REPOSITORY: 'acme/orders-sdk',
    GITHUB_RUN_ID: '1000',
    GITHUB_OUTPUT: join(folder, 'output'),
    GITHUB_STEP_SUMMARY: join(folder, 'summary'),
    ACTIONS_ID_TOKEN_REQUEST_URL: `http://127.0.0.1:${port}/token?api-version=2.0`,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'a-secret-of-the-job',
    ...env,
  };
  const { status, log } = await new Promise<{ status: unknown; log: string }>((resolve) => {
    const options = { cwd: folder, env: job as NodeJS.ProcessEnv };
    execFile(
      'bash',
      ['--noprofile', '--norc', '-eo', 'pipefail', '-c', SCRIPT],
      options,
      (error, stdout, stderr) => resolve({ status: error?.code ?? 0, log: stdout + stderr }),
    );
  });
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  return {
    status,
    log: log.replace(`::add-mask::${token}\n`, ''),
    token,
    output: read('output'),
    summary: read('summary'),
  };
}

test('nothing is said of a run that the role trusts', async () => {
  expect(await compare(CLAIMS)).toMatchObject({ status: 0, log: '', output: '', summary: '' });
});

test('the token is asked for with the audience, and by what the job was given for it', async () => {
  asked.length = 0;
  await compare(CLAIMS, { AUDIENCE: 'a b&c' });
  expect(asked).toEqual(['/token?api-version=2.0&audience=a%20b%26c Bearer a-secret-of-the-job']);
});

test('an error says what is trusted, what the run has, and what to do', async () => {
  const { status, log, output } = await compare(onBranch('feature'));
  expect([status, output]).toEqual([0, 'refused=true\n']);
  expect(log).toBe(
    '::error title=Ref not trusted::The role trusts refs/tags/v*.*.*. The run is on refs/heads/feature. ' +
      'Push a ref that is trusted, or change publishOn in the CDK app and deploy it. To see it: ' +
      "gh api repos/acme/orders-sdk/actions/runs/1000 --jq '{event, head_branch, path}'\n",
  );
});

test('the summary has the same as a table', async () => {
  const { summary } = await compare(onBranch('feature'));
  expect(summary).toBe(
    [
      '### The role does not trust this run',
      '',
      '| | what is trusted | what the run has | what to do | to see it |',
      '| --- | --- | --- | --- | --- |',
      '| Ref not trusted | The role trusts refs/tags/v\\*.\\*.\\*. | The run is on refs/heads/feature. | ' +
        'Push a ref that is trusted, or change publishOn in the CDK app and deploy it. | ' +
        "`gh api repos/acme/orders-sdk/actions/runs/1000 --jq '{event, head_branch, path}'` |",
      '',
    ].join('\n'),
  );
});

test('without the entry of the repository, it says that this was not compared', async () => {
  const { summary } = await compare(onBranch('feature'), { TRUSTED_REPOSITORY: '' });
  expect(summary).toMatch(
    /\nWhether the role trusts this repository was not compared: its entry is not known here.\n$/,
  );
});

test('what is not as it should be is said each by itself', async () => {
  const { log } = await compare({
    ...onBranch('x'),
    aud: 'acme',
    repository: 'Acme/orders-sdk',
    sub: 'repo:Acme/orders-sdk:ref:refs/heads/x',
  });
  expect(log.match(/title=[^:]*/g)).toEqual([
    'title=Ref not trusted',
    "title=Other letters' case",
    'title=Another audience',
  ]);
});

test('a name that a run made up becomes no command, no cell and no markup', async () => {
  const { log, summary } = await compare(onBranch('x\n::error::y|<b>`z`%0A::set-output'));
  expect(log.split('\n').filter((line) => line.startsWith('::'))).toHaveLength(1);
  expect(log).toContain("The run is on 'refs/heads/x\\n::error::y|<b>`z`%250A::set-output'.");
  expect(summary).toContain("'refs/heads/x\\\\n::error::y\\|\\<b\\>\\`z\\`%0A::set-output'");
  expect(summary.split('\n')).toHaveLength(6);
});

test('a job that may not ask for a token is told so', async () => {
  const { status, log } = await compare(CLAIMS, {
    ACTIONS_ID_TOKEN_REQUEST_URL: undefined,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: undefined,
  });
  expect(status).toBe(0);
  expect(log).toMatch(/^::error title=No token::.* Grant the job id-token: write/);
});

describe('the token', () => {
  test('is printed once, to be masked before anything else', async () => {
    const { token, log, summary, output } = await compare(onBranch('feature'));
    const [, payload] = token.split('.');
    expect(`${log}${summary}${output}`).not.toMatch(new RegExp(`${payload}|a-secret-of-the-job`));
  });

  test.each([
    ['an answer without a payload', { status: 200, body: '{"value":"a-token"}' }],
    ['an answer that is no JSON', { status: 200, body: 'a-token' }],
    ['an error', { status: 500, body: 'a-token' }],
  ])('does not show where there is %s, and the job goes on', async (_what, other) => {
    const { status, log, summary, output } = await compare(CLAIMS, {}, other);
    expect([status, summary, output]).toEqual([0, '', '']);
    expect(log).toMatch(
      /^(::add-mask::a-token\n)?This run was not compared with what the role trusts: [A-Za-z]+\n$/,
    );
  });
});

test('a role that the caller does not pass takes nothing from what is said', async () => {
  const { log, output } = await compare(onBranch('feature'), { ROLE_ARN: '' });
  expect([log.split('::')[1], output]).toEqual(['error title=Ref not trusted', 'refused=true\n']);
});

test('nor does an input that is no ARN become markup', async () => {
  const role = 'x`|<img src=y>\n\n::error::z';
  const { log, summary } = await compare(
    { ...CLAIMS, repository: 'acme/x', sub: 'repo:acme/x:ref:refs/tags/v1.2.3', aud: 'other' },
    { ROLE_ARN: `arn:aws:iam::111111111111:role/acme/${role}` },
  );
  expect(log).toContain('--role-name x???img?src=y??? --query');
  expect(log.split('\n').filter((line) => /^::error/.test(line))).toHaveLength(2);
  expect(summary).not.toMatch(/<img|x`/);
});

test.each([
  ['no Python', { PYTHON: '' }],
  ['a Python that fails', { PYTHON: 'false' }],
])('with %s, the job goes on', async (_what, env) => {
  const { status, log, output } = await compare(CLAIMS, env);
  expect([status, output]).toEqual([0, '']);
  expect(log).toContain('This run was not compared with what the role trusts.\n');
});
