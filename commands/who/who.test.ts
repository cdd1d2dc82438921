import { ExitCode } from '../command';
import { originalPage } from '../testing/original-page';
import { folderWith, runCommand } from '../testing/run';

const byHand = originalPage();
const { Properties } = byHand.Resources.Role;
const [trusted] = Properties.AssumeRolePolicyDocument.Statement;

const folder = folderWith({
  'by-hand.json': JSON.stringify(byHand),
  'open.json': JSON.stringify({
    Parameters: { Tag: { Type: 'String', Default: 'v*' } },
    Resources: {
      Role: {
        Type: 'AWS::IAM::Role',
        Properties: {
          RoleName: 'publish',
          AssumeRolePolicyDocument: {
            Version: '2012-10-17',
            Statement: {
              Effect: 'Allow',
              Principal: trusted.Principal,
              Action: 'sts:AssumeRoleWithWebIdentity',
              Condition: {
                StringLike: {
                  'token.actions.githubusercontent.com:sub': {
                    'Fn::Sub': 'repo:acme/x:ref:refs/tags/${Tag}',
                  },
                },
              },
            },
          },
          Policies: Properties.Policies,
        },
      },
    },
  }),
});
const who = (...args: string[]) => runCommand(['who', ...args], { cwd: folder });

test('says of the policies of the original page who can publish, and what widens it', async () => {
  const { code, stdout } = await who('publish', 'acme_billing', 'by-hand.json');
  expect(
    stdout,
  ).toBe(`Who can publish acme_billing, as every package in acme/python, in account 111111111111, by the role publish
  any workflow of acme/billing-sdk (whoever has that name), acme/orders-sdk (whoever has that name) on any branch, tag, pull request or environment (for any audience that the provider takes)

And by that
  whoever can change a workflow there
  whoever can open a pull request from within the repository
  whoever can push such a tag
  whoever can push to such a branch, or merge into it
  whoever takes over the name of the repository once it is given up

Beside
  administrators of the account, and whoever can change its roles and policies
  what service control policies, session policies and other stacks deny or allow is not looked at
`);
  expect(code).toBe(ExitCode.YES);
});

test('says who can install, as JSON', async () => {
  const { stdout } = await who('install', 'by-hand.json', '--json');
  const [{ to }] = JSON.parse(stdout).answers;
  // The ids of organizations on that page are placeholders that AWS gives nobody.
  expect(to.map(({ what, by }: { what: string; by: string }) => [what, by])).toEqual([
    ['acme/python', 'publish'],
  ]);
});

test('says who can assume a role, by a part of its name', async () => {
  const { stdout } = await who('assume', 'pub', 'by-hand.json');
  expect(stdout).toContain(
    'Who can assume pub, in account 111111111111, by the role publish\n  any workflow of acme/',
  );
});

test('says that nobody can, of a package that is in no repository', async () => {
  const { stdout } = await who('publish', 'x', 'by-hand.json');
  expect(stdout).toContain('every package in acme/python');
  const empty = folderWith({ 'empty.json': '{}' });
  const nobody = await runCommand(['who', 'publish', 'x', 'empty.json'], { cwd: empty });
  expect(nobody.stdout).toContain('Who can publish x, in the account that it is deployed to\n  nobody\n');
});

test('never takes for a no what only deployment knows', async () => {
  const { code, stdout } = await who('publish', 'x', 'open.json');
  expect(code).toBe(ExitCode.UNDECIDED);
  expect(stdout).toContain("Perhaps, and it can't be told");
  expect(stdout).toContain('parameter Tag is known only at deployment');
});

test.each([
  ['policy', { ManagedPolicyArns: ['arn:aws:iam::111111111111:policy/x'] }],
  ['boundary', { PermissionsBoundary: 'arn:aws:iam::111111111111:policy/x' }],
])('never takes for a no a %s that is in no template', async (what, more) => {
  const Role = { ...byHand.Resources.Role, Properties: { ...Properties, ...more } };
  const cwd = folderWith({
    'by-hand.json': JSON.stringify({ Resources: { ...byHand.Resources, Role } }),
  });
  const { code, stdout } = await runCommand(['who', 'publish', 'x', 'by-hand.json'], { cwd });
  expect(stdout).toMatch(new RegExp(`any workflow of acme/orders-sdk .*: .*what the ${what} arn:`));
  expect(code).toBe(ExitCode.UNDECIDED);
});

test.each([
  [[], 'QUESTION is missing. Allowed: publish, install, assume.'],
  [['delete'], 'QUESTION is delete. Allowed: publish, install, assume.'],
  [['publish'], 'who publish needs the name of a package.'],
  [['publish', 'acme-*', 'by-hand.json'], '"acme-*" is no name of a Python package.'],
  [['assume', 'nobody', 'by-hand.json'], 'nobody is the name of no role. There are: publish.'],
  [['install', 'a', 'b'], 'One FOLDER is looked at, and 2 are given: "a" and "b".'],
])('%j is refused', async (args, message) => {
  const { code, stderr } = await who(...args);
  expect(code).toBe(ExitCode.MISUSE);
  expect(stderr).toContain(message);
});
