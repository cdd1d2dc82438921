import { join } from 'node:path';
import { App, NestedStack, Stack, Stage } from 'aws-cdk-lib';
import { CfnRole } from 'aws-cdk-lib/aws-iam';
import { openAssembly } from './assembly';
import { Misuse } from './command';
import { folderWith } from './testing/run';

const TRUST = { Version: '2012-10-17', Statement: [] };

/** What the CDK CLI asks for, and what a synthesis without it has. */
const CONTEXTS = [{ 'aws:cdk:enable-asset-metadata': true, 'aws:cdk:enable-path-metadata': true }, {}];

test.each(CONTEXTS)('has the stacks of the app, of its stages and those that are nested: %j', (context) => {
  const named = Object.keys(context).length > 0;
  const outdir = folderWith();
  const app = new App({ outdir, context });
  const prod = new Stage(app, 'Prod', { env: { account: '111111111111', region: 'eu-west-1' } });
  const inner = new Stack(new Stage(prod, 'Inner'), 'Deep');
  new CfnRole(inner, 'Role', { assumeRolePolicyDocument: TRUST });
  const outer = new Stack(app, 'Outer', { stackName: 'other-name' });
  new CfnRole(new NestedStack(new NestedStack(outer, 'Nested'), 'Twice'), 'Role', {
    assumeRolePolicyDocument: TRUST,
  });
  app.synth();

  const stacks = openAssembly('.', outdir);

  expect(
    stacks.map(({ path, stackName, account, region, template }) => [
      path,
      stackName,
      account,
      region,
      Object.values(template.Resources ?? {}).some(({ Type }) => Type === 'AWS::IAM::Role'),
    ]),
  ).toEqual([
    ['Outer', 'other-name', undefined, undefined, false],
    [
      expect.stringMatching(named ? /^Outer\/Nested$/ : /^Outer\/Nested\w+$/),
      expect.stringMatching(/^other-name-Nested/),
      undefined,
      undefined,
      false,
    ],
    [
      expect.stringMatching(named ? /^Outer\/Nested\/Twice$/ : /^Outer\/Nested\w+\/Twice\w+$/),
      expect.stringMatching(/^other-name-Nested.*-TwiceNestedStack/),
      undefined,
      undefined,
      true,
    ],
    ['Prod/Inner/Deep', 'Prod-Inner-Deep', '111111111111', 'eu-west-1', true],
  ]);
  expect(stacks.at(-1)?.templateFile).toMatch(
    /^assembly-Prod\/assembly-Prod-Inner\/ProdInnerDeep\w+\.template\.json$/,
  );
});

test.each([
  [
    {},
    '. is no cloud assembly: it has no manifest.json. Run "npx cdk synth", or name the folder that it writes.',
  ],
  [{ 'manifest.json': '{}' }, '. holds no stack: its app makes none.'],
  [{ 'manifest.json': '{' }, /manifest\.json is no cloud assembly: /],
  [
    {
      'manifest.json': JSON.stringify({
        artifacts: { A: { type: 'aws:cloudformation:stack', properties: { templateFile: 'gone.json' } } },
      }),
    },
    /gone\.json is no template: ENOENT/,
  ],
])('refuses %j', (files, message) => {
  const folder = folderWith(files as unknown as Record<string, string>);
  expect(() => openAssembly('.', folder)).toThrow(message);
  expect(() => openAssembly('.', folder)).toThrow(Misuse);
  expect(() => openAssembly(join(folder, 'none'), '/')).toThrow(Misuse);
});
