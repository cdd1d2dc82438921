import { readFileSync } from 'node:fs';
import * as cdk from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as ts from 'typescript';
import { authorize, readPolicy } from '../../evaluation/authorization';
import { loadCatalog } from '../../evaluation/authorization/load-catalog';
import { readSetup, resolveTemplate } from '../../evaluation/template';
import * as library from '../../src';
import { snippetsIn } from '../../tools/docs/snippets';
import { readPage } from '../support/page';

const PAGES = ['recipes.md', 'adopt.md', 'tools-from-repository.md'];

/** What synthesis says to a recipe, as its page says too. To all others it says nothing. */
const TOLD: Readonly<Record<string, string[]>> = {
  'Many repositories': ['organization-publishes'],
};

const [, README = ''] = /^```ts nofixture\n([\s\S]*?)^```$/m.exec(readFileSync('README.md', 'utf8')) ?? [];
const SCOPE = { ...cdk, ...library, ec2, iam, sns, targets };

/** The TypeScript below each heading of a page, put together. */
function recipesOf(page: string): [heading: string, code: string][] {
  const text = readPage(page);
  const recipes = new Map<string, string>();
  for (const { line, code } of snippetsIn(page, text)) {
    const above = text.split('\n').slice(0, line);
    const heading =
      above
        .filter((one) => one.startsWith('#'))
        .at(-1)
        ?.replace(/^#+ /, '') ?? '';
    recipes.set(heading, (recipes.get(heading) ?? '') + code);
  }
  return [...recipes];
}

/** The app of the README with a recipe in it, as the page tells to put it there. */
function synthesized(recipe: string) {
  const app = README.slice(README.indexOf('const app')).replace(
    /^new Python/m,
    'const pipeline = new Python',
  );
  const own = recipe.includes(", 'Python', {") ? app.slice(0, app.indexOf('const pipeline')) : app;
  const { outputText } = ts.transpileModule(`${own}{\n${recipe}}\nreturn app;`, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.None },
  });
  const written: Record<string, string> = {};
  const scope = {
    ...SCOPE,
    fs: {
      writeFileSync: (file: string, text: string) => {
        written[file] = text;
      },
    },
  };
  const made: cdk.App = new Function(...Object.keys(scope), outputText)(...Object.values(scope));
  const stacks = made.synth().stacksRecursively;
  const messages = stacks.flatMap((stack) => stack.messages).map(({ entry }) => String(entry.data));
  return { written, messages, templates: stacks.map(({ template }) => template) };
}

const ALL = PAGES.flatMap((page) => recipesOf(page).map(([heading, code]) => ({ page, heading, code })));

test('there are recipes', () => {
  expect(ALL.length).toBeGreaterThan(15);
  expect(Object.keys(TOLD).filter((told) => !ALL.some(({ heading }) => heading === told))).toEqual([]);
});

test.each(ALL)('$page, $heading: synthesizes, and nothing is said that the page does not say', (recipe) => {
  const { messages, templates } = synthesized(recipe.code);
  const ids = messages.map((text) => /\[ack: cdk-python-artifact-pipeline:(\S+)\]/.exec(text)?.[1] ?? text);
  expect(ids.sort()).toEqual(TOLD[recipe.heading] ?? []);
  expect(templates.length).toBeGreaterThan(0);
});

const code = (heading: string) => ALL.find((recipe) => recipe.heading === heading)?.code ?? '';

test('the warnings of a set-up that is referenced are the two that its page acknowledges', () => {
  const alone = code('Referenced and left alone')
    .split('\n')
    .filter((line) => !line.includes('acknowledge'));
  expect(synthesized(alone.join('\n')).messages.sort()).toEqual([
    expect.stringContaining('[ack: cdk-python-artifact-pipeline:imported-domain-policy]'),
    expect.stringContaining('[ack: cdk-python-artifact-pipeline:imported-repository-policy]'),
  ]);
});

test('the mapping of what is imported is written, with domain, both repositories and provider', () => {
  const { written, templates } = synthesized(code('Imported into the stack'));
  const types = Object.keys(JSON.parse(written['mapping.json'])).map((id) => templates[0].Resources[id].Type);
  expect(types.sort()).toEqual([
    'AWS::CodeArtifact::Domain',
    'AWS::CodeArtifact::Repository',
    'AWS::CodeArtifact::Repository',
    'AWS::IAM::OIDCProvider',
  ]);
});

test('in the quarantine, the organization installs from what was let in, and the curator fetches and copies alone', async () => {
  const [template] = synthesized(code('A quarantine in front of public PyPI')).templates;
  const catalog = await loadCatalog('codeartifact', 'sts');
  const environment = { account: '111111111111', region: 'us-east-1', stackName: 'PythonArtifacts' };
  const resolved = resolveTemplate(template, environment);
  const { domains, repositories } = readSetup(resolved);
  const resourcePolicies = [...domains, ...repositories].flatMap(({ policy }) => policy ?? []);
  const curator = resolved.resources.find(({ logicalId }) => logicalId.startsWith('CuratorDefaultPolicy'));
  const policyOf = {
    curator: [readPolicy('curator', curator?.properties.PolicyDocument)],
    developer: [READS],
  };
  const may = (who: 'curator' | 'developer', action: string, resource: string) =>
    authorize({
      catalog,
      principal:
        who === 'curator'
          ? { arn: 'arn:aws:iam::111111111111:role/curator', account: '111111111111' }
          : {
              arn: 'arn:aws:iam::222222222222:role/dev',
              account: '222222222222',
              organizationId: 'o-a1b2c3d4e5',
            },
      action: `codeartifact:${action}`,
      resource: `arn:aws:codeartifact:us-east-1:111111111111:${resource}`,
      identityPolicies: policyOf[who],
      resourcePolicies,
    }).allowed;

  expect(may('developer', 'GetAuthorizationToken', 'domain/acme')).toBe(true);
  expect(may('developer', 'ReadFromRepository', 'repository/acme/python-guarded')).toBe(true);
  expect(may('developer', 'ReadFromRepository', 'repository/acme/pypi-store')).toBe(false);

  expect(may('curator', 'GetAuthorizationToken', 'domain/acme')).toBe(true);
  expect(may('curator', 'ReadFromRepository', 'repository/acme/pypi-store')).toBe(true);
  expect(may('curator', 'GetRepositoryEndpoint', 'repository/acme/pypi-store')).toBe(true);
  expect(may('curator', 'CopyPackageVersions', 'package/acme/pypi-approved/pypi//requests')).toBe(true);
  expect(may('curator', 'CopyPackageVersions', 'package/acme/python-guarded/pypi//requests')).toBe(false);
  expect(may('curator', 'PublishPackageVersion', 'package/acme/pypi-approved/pypi//requests')).toBe(false);
});

/** What a developer of another account is given there. */
const READS = readPolicy('developer', {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 'codeartifact:*', Resource: '*' }],
});
