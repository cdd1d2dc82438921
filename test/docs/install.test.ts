import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as cdk from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as codebuild from 'aws-cdk-lib/aws-codebuild';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as typescript from 'typescript';
import { namedBlocks } from '../../rehearsal/install/page';
import * as library from '../../src';
import { ACME } from '../support/stacks';

const PAGE = readFileSync(join(__dirname, '..', '..', 'docs', 'install.md'), 'utf8');
const blocks = namedBlocks(PAGE);
const snippets = [...PAGE.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, text]) => text);

const source = mkdtempSync(join(tmpdir(), 'install-page-'));
afterAll(() => rmSync(source, { recursive: true }));

/** Builds without Docker, always the same. */
const local: cdk.ILocalBundling = {
  tryBundle(folder) {
    writeFileSync(join(folder, 'orders.py'), 'def handler(event, context): pass');
    return true;
  },
};

/** Runs a snippet of the page in the constructor of a stack with the pipeline. */
function run(snippet: string) {
  const app = new cdk.App();
  const stack = new cdk.Stack(app, 'PythonArtifacts', { env: ACME });
  const pipeline = new library.PythonArtifactPipeline(stack, 'Python', {
    domainName: 'acme',
    repositoryName: 'python',
    publishers: [
      library.GitHubPublisher.repository('acme/orders-sdk', { ownerId: '1234', repositoryId: '5678' }),
    ],
  });
  const scope = { ...cdk, ...library, codebuild, lambda, pipeline, source, local };
  const text = typescript.transpile(snippet, { target: typescript.ScriptTarget.ES2022 });
  new Function(...Object.keys(scope), text).apply(stack, Object.values(scope));
  return Template.fromStack(stack);
}

const outputsOf = (snippet: string) => run(snippet).toJSON().Outputs;

describe('docs/install.md', () => {
  const [outputs, internal, build, orders, ...more] = snippets;

  test('has the snippets that are tried here', () => {
    expect(more).toEqual([]);
    expect(orders).toContain('lambda.Function');
  });

  test('says what the library says of a project of uv', () => {
    expect(outputsOf(outputs).UvProject.Value).toBe(blocks.get('uv project'));
    expect(outputsOf(internal).UvInternal.Value).toBe(blocks.get('uv internal'));
  });

  test('brings people a text for each client, with no token of CDK in it', () => {
    const { PipConf, UvToml, PoetryProject, PdmProject } = outputsOf(outputs);
    for (const { Value } of [PipConf, UvToml, PoetryProject, PdmProject]) {
      expect(Value).toContain('acme-111111111111.d.codeartifact.us-east-1.amazonaws.com/pypi/python/simple/');
    }
  });

  test.each([
    'pip token',
    'pipx token',
    'Hatch token',
    'Dockerfile',
  ])('names the index in %s as the library does', (name) => {
    const [, url] = /INDEX_URL=(\S+)/.exec(blocks.get(name) ?? '') ?? [];
    expect(outputsOf(outputs).UvProject.Value).toContain(`url = "${url}"`);
  });

  test('grants a build to install, for tokens of an hour and no longer', () => {
    const template = run(build);
    const statements = Object.values(template.findResources('AWS::IAM::Policy'))
      .filter(({ Properties }) => JSON.stringify(Properties.Roles).includes('BuildRole'))
      .flatMap(({ Properties }) => Properties.PolicyDocument.Statement);
    expect(statements.flatMap(({ Action }) => Action)).toEqual(
      expect.arrayContaining(['codeartifact:GetAuthorizationToken', 'codeartifact:ReadFromRepository']),
    );
    const bearer = statements.find(({ Action }) => Action === 'sts:GetServiceBearerToken');
    expect(bearer.Condition.NumericLessThanEqualsIfExists).toEqual({ 'sts:DurationSeconds': '3600' });
    expect(JSON.stringify(statements)).not.toContain('PublishPackageVersion');
    expect(build).toContain('--duration-seconds 3600');
  });

  test('builds a function of the same version with any token', () => {
    const keyOf = (token: string | undefined, snippet = orders) => {
      if (token) process.env.PIP_INDEX_URL = token;
      try {
        const built = run(snippet.replace('bundling: {', 'bundling: { local,'));
        const [resource] = Object.values(built.findResources('AWS::Lambda::Function'));
        return JSON.stringify(resource.Properties.Code);
      } finally {
        delete process.env.PIP_INDEX_URL;
      }
    };
    const [one, two] = ['https://aws:one@index.example/', 'https://aws:two@index.example/'];
    expect(keyOf(one)).toBe(keyOf(two));
    const otherwise = orders.replace('{ PIP_INDEX_URL:', '{ UV_DEFAULT_INDEX:');
    expect(keyOf(one, otherwise)).not.toBe(keyOf(two, otherwise));
    expect(keyOf(undefined)).toMatch(/S3Key/);
  });
});
