import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SIGN_IN_CAUSES } from '../../src/github/trust/refusal-causes';
import { ExitCode } from '../command';
import { assemblyOfPipeline, claimsOf, tokenOf } from '../testing/pipeline';
import { runCommand } from '../testing/run';

const APP = assemblyOfPipeline();
const BRANCH = claimsOf({ ref: 'refs/heads/main' });
const explain = (args: readonly string[], input: string) =>
  runCommand(['explain', ...args, '--claims', '-', '--app', APP], { input });

const REFUSED = `acme/orders-sdk asks AWS for a role, on refs/heads/main, by push, in a job of acme/platform/.github/workflows/codeartifact_python.yml@refs/heads/main.

✗ PythonArtifacts, role ROLE: refused
  statement 1 does not apply
       CONDITION                      TRUSTED                                                                  GIVEN
    ✓  provider                       111111111111 token.actions.githubusercontent.com                         111111111111 token.actions.githubusercontent.com
    ✓  aud StringEquals               sts.amazonaws.com                                                        sts.amazonaws.com
    ✓  repository_id StringEquals     5678                                                                     5678
    ✓  job_workflow_ref StringEquals  acme/platform/.github/workflows/codeartifact_python.yml@refs/heads/main  acme/platform/.github/workflows/codeartifact_python.yml@refs/heads/main
    ✗  sub StringLike                 repo:acme/orders-sdk:ref:refs/tags/v*.*.*                                repo:acme/orders-sdk:ref:refs/heads/main
                                      repo:acme@1234/orders-sdk@5678:ref:refs/tags/v*.*.*

refused[ref]: Ref not trusted
  --> PythonArtifacts.template.json: LOGICAL-ID, statement 1
   | The role trusts refs/tags/v*.*.*.
   | The run is on refs/heads/main.
   = do: Push a ref that is trusted, or change publishOn in the CDK app and deploy it.
   = see: gh api repos/acme/orders-sdk/actions/runs/1000 --jq '{event, head_branch, path}'

✗ Refused: no role that publishes lets the caller in.
`;

/** The names that a hash is part of. */
function named(text: string): string {
  return text
    .replaceAll(
      /PythonArtifacts-Python-Publisher-\w+-us-east-1 \(\w+\)|role PythonPublisherRole\w+/g,
      (name) => (name.startsWith('role ') ? 'role ROLE' : 'ROLE'),
    )
    .replaceAll(/PythonPublisherRole\w+/g, 'LOGICAL-ID');
}

test('a refusal: what, where, why and what to do', async () => {
  const { code, stdout, stderr } = await explain(['publish'], tokenOf(BRANCH));
  expect({ code, stderr }).toEqual({ code: ExitCode.NO, stderr: '' });
  expect(named(stdout)).toBe(REFUSED);
});

test('on a terminal it has colours and fits its width, and says the same', async () => {
  const { stdout } = await runCommand(['explain', 'publish', '--claims', '-', '--app', APP], {
    input: tokenOf(BRANCH),
    color: true,
    width: 100,
  });
  expect(stdout).toContain('\u001b[31mrefused[ref]\u001b[0m: \u001b[1mRef not trusted\u001b[0m');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is how a colour begins
  expect(named(stdout.replaceAll(/\u001b\[\d+m/g, ''))).toContain('The run is on refs/heads/main.');
});

test('what is granted says what is left, each with the command that shows it', async () => {
  const { code, stdout } = await explain(['publish'], tokenOf(claimsOf()));
  expect(code).toBe(ExitCode.YES);
  expect(stdout).toContain('✓ Granted: a role that publishes lets the caller in.');
  for (const id of ['provider-missing', 'provider-audience', 'role-missing', 'trust-not-deployed'] as const) {
    expect(stdout).toContain(SIGN_IN_CAUSES[id].title);
    expect(stdout).toContain(SIGN_IN_CAUSES[id].remedy);
  }
  expect(stdout).toContain(
    'aws iam get-open-id-connect-provider --open-id-connect-provider-arn arn:aws:iam::111111111111:oidc-provider/token.actions.githubusercontent.com',
  );
  expect(stdout).not.toMatch(/\{\w+\}/);
});

describe('an event of CloudTrail', () => {
  const event = (
    errorMessage: string,
    roleName: string,
    sub = 'repo:acme@1234/orders-sdk@5678:ref:refs/tags/v1.2.3',
  ) =>
    JSON.stringify({
      eventName: 'AssumeRoleWithWebIdentity',
      errorCode: 'AccessDenied',
      errorMessage,
      userIdentity: {
        userName: sub,
        identityProvider: 'arn:aws:iam::111111111111:oidc-provider/token.actions.githubusercontent.com',
        principalId: `arn:aws:iam::111111111111:oidc-provider/token.actions.githubusercontent.com:sts.amazonaws.com:${sub}`,
      },
      requestParameters: {
        roleArn: `arn:aws:iam::111111111111:role/${roleName}`,
        roleSessionName: 'publish-1',
      },
    });

  test('what it does not say is not known', async () => {
    const { code, stdout } = await explain(
      [],
      event('Not authorized to perform sts:AssumeRoleWithWebIdentity', 'other'),
    );
    expect(code).toBe(ExitCode.UNDECIDED);
    expect(stdout).toContain(
      'note: The caller asked for arn:aws:iam::111111111111:role/other, and no role of the stacks has that name: here are all of them.',
    );
    expect(stdout).toMatch(/✓ +repository_id StringEquals +5678 +5678/);
    expect(stdout).toMatch(/\? +job_workflow_ref StringEquals +\S+ +not known/);
  });

  test('a subject that is not trusted is refused all the same', async () => {
    const sub = 'repo:acme@1234/orders-sdk@5678:ref:refs/heads/main';
    const { code, stdout } = await explain(['--json'], event('Not authorized', 'other', sub));
    expect(code).toBe(ExitCode.NO);
    expect(JSON.parse(stdout).roles[0].causes).toMatchObject([{ id: 'ref' }]);
  });
});

test('SARIF has a rule for each cause, and a result for each that was found', async () => {
  const { code, stdout } = await explain(['--sarif'], tokenOf(BRANCH));
  expect(code).toBe(ExitCode.NO);
  const { version, runs } = JSON.parse(stdout);
  expect(version).toBe('2.1.0');
  const [{ tool, results }] = runs;
  expect(results).toEqual([
    {
      ruleId: 'ref',
      ruleIndex: Object.keys(SIGN_IN_CAUSES).indexOf('ref'),
      level: 'error',
      message: {
        text: 'The role trusts refs/tags/v*.*.*. The run is on refs/heads/main. Push a ref that is trusted, or change publishOn in the CDK app and deploy it.',
      },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'PythonArtifacts.template.json' },
            region: { startLine: 1 },
          },
          logicalLocations: [{ name: expect.stringMatching(/^PythonPublisherRole/), kind: 'resource' }],
        },
      ],
    },
  ]);
  expect(tool.driver.rules[results[0].ruleIndex].id).toBe('ref');

  const granted = await explain(['--sarif'], tokenOf(claimsOf()));
  expect([granted.code, JSON.parse(granted.stdout).runs[0].results]).toEqual([ExitCode.YES, []]);
});

describe('--package', () => {
  test.each([
    ['acme-orders', ExitCode.YES],
    ['Acme.Orders', ExitCode.YES],
    ['orders', ExitCode.NO],
  ])('%s', async (name, code) => {
    const ran = await explain(['publish', '--package', name], tokenOf(claimsOf()));
    expect(ran.code).toBe(code);
    if (code === ExitCode.YES) return;
    expect(ran.stdout).toContain('it publishes acme-*, and orders is no such name');
    expect(ran.stdout).toContain('= do: Add orders to packages in the CDK app and deploy it');
    expect(ran.stdout).toContain('✗ Refused: no role that publishes lets the caller in to publish orders.');
  });
});

describe('no token is in what it says', () => {
  const token = tokenOf({ ...claimsOf(), actor: tokenOf({ nested: true }) });
  const pieces = token.split('.');
  const INPUTS: readonly (readonly [string, string])[] = [
    ['the token', token],
    ['a token in JSON', JSON.stringify({ value: token })],
    ['claims beside their token', JSON.stringify({ ...claimsOf(), token })],
    ['claims that hold a token', JSON.stringify({ ...claimsOf(), ref: token, workflow: token, sub: token })],
    ['broken JSON with a token', `{"value": "${token}"`],
    ['a token and more', `${token} x`],
    ['a token that was cut off', token.slice(0, -60)],
    ['an event that holds one', JSON.stringify({ eventName: token, userIdentity: {} })],
  ];
  const FORMS = [[], ['--json'], ['--sarif']];

  test.each(
    INPUTS.flatMap(([says, input]) => FORMS.map((form) => [says, form, input] as const)),
  )('%s %j', async (_, form, input) => {
    const { stdout, stderr } = await explain(form, input);
    const said = stdout + stderr;
    expect(said).not.toBe('');
    for (const piece of pieces) expect(said).not.toContain(piece.slice(0, 40));
  });

  test('given in the place of an argument', async () => {
    for (const args of [
      ['--claims', token],
      ['--principal', token],
      [token],
      ['--nonsense', token],
      [`--${token}`],
    ]) {
      const { code, stdout, stderr } = await runCommand(['explain', ...args]);
      expect(code).toBe(ExitCode.MISUSE);
      for (const piece of pieces) expect(stdout + stderr).not.toContain(piece.slice(0, 40));
    }
  });
});

describe('misuse', () => {
  mkdirSync(join(APP, 'folder'));
  writeFileSync(join(APP, 'claims.json'), JSON.stringify(claimsOf()));

  test.each([
    [[], 'Who asks? Give --claims FILE, or --claims - for the standard input.'],
    [['install'], 'Who asks? Give --claims FILE, or --claims - for the standard input, or --principal ARN.'],
    [['pubish'], 'explain takes publish, install or neither, and not "pubish".'],
    [['publish', 'install'], 'explain takes publish, install or neither, and not "publish install".'],
    [['--claims', 'none.json'], '--claims is "none.json": there is no such file.'],
    [['--claims', 'folder'], '--claims is "folder": it is a folder.'],
    [
      ['--claims', 'claims.json', '--app', 'none'],
      'none is no cloud assembly: it has no manifest.json. Run "npx cdk synth", or name the folder that it writes.',
    ],
    [['--claims', 'claims.json', '--package', 'x'], '--package goes with publish.'],
    [['--principal', 'x'], '--principal goes with install.'],
    [['install', '--principal', 'x', '--claims', 'y'], 'Give --claims or --principal, and not both.'],
    [['--claims', 'x', '--organization', 'o-a1b2c3d4e5'], '--organization goes with --principal.'],
    [['--claims', 'x', '--json', '--sarif'], 'Give --json or --sarif, and not both.'],
    [['install', '--principal', 'x', '--sarif'], '--sarif goes with --claims.'],
    [['--claims', 'x', '--account', '1'], '--account is "1". Give the 12 digits of an account.'],
    [['--claims', 'x', '--parameter', 'y'], '--parameter is "y". Give NAME=VALUE.'],
    [
      ['install', '--principal', 'jane'],
      '--principal is "jane". Give an account of 12 digits, or the ARN of a user or role, such as arn:aws:iam::111111111111:role/developer.',
    ],
    [
      ['install', '--principal', '222222222222', '--organization', 'acme'],
      '--organization is "acme". Give its id, such as o-a1b2c3d4e5.',
    ],
    [['--claims'], "Option '--claims <value>' argument missing."],
  ])('%j', async (args, message) => {
    const { code, stdout, stderr } = await runCommand(['explain', ...args], { cwd: APP });
    expect({ code, stdout }).toEqual({ code: ExitCode.MISUSE, stdout: '' });
    expect(stderr).toBe(`error: ${message}\n\nSee: cdk-python-artifact-pipeline explain --help\n`);
  });
});
