import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ILocalBundling } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { namedBlocks } from '../../rehearsal/install/page';
import { readPage, runSnippet, snippetsOf } from '../support/page';

const PAGE = readPage('install.md');
const blocks = namedBlocks(PAGE);
const snippets = snippetsOf(PAGE);

const source = mkdtempSync(join(tmpdir(), 'install-page-'));
afterAll(() => rmSync(source, { recursive: true }));

/** Builds without Docker, always the same. */
const local: ILocalBundling = {
  tryBundle(folder) {
    writeFileSync(join(folder, 'orders.py'), 'def handler(event, context): pass');
    return true;
  },
};

const run = (snippet: string) => Template.fromStack(runSnippet(snippet, { source, local }).stack);
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
