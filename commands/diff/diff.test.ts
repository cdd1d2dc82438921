import { ExitCode } from '../command';
import { folderWith, runCommand } from '../testing/run';

const KEY = 'token.actions.githubusercontent.com';
const template = (sub: unknown, account = '111111111111') => ({
  Resources: {
    Provider: {
      Type: 'AWS::IAM::OIDCProvider',
      Properties: { Url: `https://${KEY}`, ClientIdList: ['sts.amazonaws.com'] },
    },
    Role: {
      Type: 'AWS::IAM::Role',
      Properties: {
        RoleName: 'publish',
        AssumeRolePolicyDocument: {
          Version: '2012-10-17',
          Statement: [
            {
              Effect: 'Allow',
              Principal: { Federated: `arn:aws:iam::${account}:oidc-provider/${KEY}` },
              Action: 'sts:AssumeRoleWithWebIdentity',
              Condition: { StringLike: { [`${KEY}:sub`]: sub } },
            },
          ],
        },
        Policies: [
          {
            PolicyName: 'publish',
            PolicyDocument: {
              Version: '2012-10-17',
              Statement: [
                { Effect: 'Allow', Action: 'sts:GetServiceBearerToken', Resource: '*' },
                {
                  Effect: 'Allow',
                  Action: ['codeartifact:GetAuthorizationToken', 'codeartifact:PublishPackageVersion'],
                  Resource: [
                    `arn:aws:codeartifact:us-east-1:${account}:domain/acme`,
                    `arn:aws:codeartifact:us-east-1:${account}:package/acme/python/pypi//acme-*`,
                  ],
                },
              ],
            },
          },
        ],
      },
    },
  },
});
const tags = (pattern: string) => `repo:acme/orders:ref:refs/tags/${pattern}`;
const folder = folderWith({
  'v1.json': JSON.stringify(template(tags('v1.*'))),
  'v1-list.json': JSON.stringify(template([tags('v1.*'), tags('v1.2.*')])),
  'any.json': JSON.stringify(template(tags('*'))),
  'elsewhere.json': JSON.stringify(template(tags('v1.*'), '222222222222')),
  'open.json': JSON.stringify({
    ...template({ 'Fn::Sub': 'repo:acme/orders:ref:refs/tags/${Tag}' }),
    Parameters: { Tag: { Type: 'String' } },
  }),
  'allowed.txt':
    '# as agreed\n\npublish acme-* in acme/python: any workflow of acme/orders (whoever has that name) on any tag (for any audience that the provider takes)\n',
});
const diff = (...args: string[]) => runCommand(['diff', ...args], { cwd: folder });

test('says who gains, with an example, and ends with 1', async () => {
  const { code, stdout } = await diff('v1.json', 'any.json');
  expect(code).toBe(ExitCode.NO);
  expect(stdout).toContain(
    'Who gains, in account 111111111111\n  + publish acme-* in acme/python: any workflow of',
  );
  expect(stdout).toMatch(
    /for example sub=repo:acme\/orders:ref:refs\/tags\/\S+ .*aud=sts.amazonaws.com .*\/acme-/,
  );
  expect(stdout).not.toContain('Who loses');
});

test('says who loses the other way round, and ends with 0', async () => {
  const { code, stdout } = await diff('any.json', 'v1.json');
  expect(code).toBe(ExitCode.YES);
  expect(stdout).toContain('Who loses');
  expect(stdout).not.toContain('Who gains');
});

test('says nothing of what is only written otherwise', async () => {
  expect(await diff('v1.json', 'v1-list.json')).toMatchObject({
    code: ExitCode.YES,
    stdout: 'Nobody gains, and nobody loses.\n',
  });
});

test('ends with 0 where all that is gained is allowed, line by line', async () => {
  const { stdout } = await diff('v1.json', 'any.json', '--json');
  const lines = JSON.parse(stdout).accounts.flatMap((one: { lines: { text: string }[] }) =>
    one.lines.map(({ text }) => text),
  );
  const all = lines.flatMap((line: string) => ['--allow', line]);
  expect((await diff('v1.json', 'any.json', ...all)).code).toBe(ExitCode.YES);
  expect((await diff('v1.json', 'any.json', ...all.slice(0, 2))).code).toBe(ExitCode.NO);
  const some = await diff('v1.json', 'any.json', '--allow-file', 'allowed.txt', '--json');
  expect(JSON.parse(some.stdout).unusedAllowances).toEqual([]);
});

test('an allowance for another line allows nothing, and is told', async () => {
  const { code, stdout } = await diff('v1.json', 'any.json', '--allow', 'publish', '--json');
  expect(code).toBe(ExitCode.NO);
  expect(JSON.parse(stdout).unusedAllowances).toEqual(['publish']);
});

test('is a move from one account to another: all lose in the one, and gain in the other', async () => {
  const { stdout } = await diff('v1.json', 'elsewhere.json');
  expect(stdout).toMatch(/Who loses, in account 111111111111[\s\S]*Who gains, in account 222222222222/);
});

test('ends with 3 where only deployment knows', async () => {
  const { code, stdout } = await diff('v1.json', 'open.json');
  expect(code).toBe(ExitCode.UNDECIDED);
  expect(stdout).toContain("Who may gain: it can't be told");
  expect(stdout).toContain('parameter Tag is known only at deployment');
  expect((await diff('open.json', 'open.json')).code).toBe(ExitCode.YES);
});

test('is tables for a pull request', async () => {
  const { stdout } = await diff('v1.json', 'any.json', '--markdown');
  expect(stdout).toContain(
    '### Who gains, in account 111111111111\n\n| who | what | for example |\n|---|---|---|\n| any workflow of',
  );
});

test.each([
  [['v1.json'], 'diff takes BEFORE and AFTER.'],
  [['v1.json', 'any.json', '--json', '--markdown'], '--markdown and --json are two forms of one answer.'],
  [['v1.json', 'allowed.txt'], 'allowed.txt is no template as JSON:'],
  [['v1.json', 'gone'], 'gone is no cloud assembly'],
  [['v1.json', 'any.json', '--allow-file', 'gone'], 'gone can not be read:'],
])('%j is refused', async (args, message) => {
  const { code, stderr } = await diff(...args);
  expect(code).toBe(ExitCode.MISUSE);
  expect(stderr).toContain(message);
});
