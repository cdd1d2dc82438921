import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { resolveTemplate } from '../../evaluation/template';
import { Domain, GitHubPublisher, GitHubReader, PipelineOutput, PythonArtifactPipeline } from '../../src';

const ENV = { account: '111111111111', region: 'us-east-1' };
const IDS = { ownerId: '1234', repositoryId: '5678' };
const HOST = 'https://acme-111111111111.d.codeartifact.us-east-1.amazonaws.com';

function templateOf(chosen?: PipelineOutput[]): Template {
  const stack = new Stack(new App(), 'Artifacts', { env: ENV });
  const pipeline = new PythonArtifactPipeline(stack, 'Python', {
    domainName: 'acme',
    repositoryName: 'python',
    publishers: [GitHubPublisher.repository('acme/orders-sdk', IDS)],
    packages: ['acme-orders-*'],
    outputs: chosen,
  });
  pipeline.addPublisher('Billing', {
    publishers: [GitHubPublisher.repository('acme/billing-sdk', IDS)],
    packages: ['acme-billing-*'],
    workflow: { toolsFromRepository: true },
  });
  pipeline.addReader('Ci', { repositories: [GitHubReader.repository('acme/shop', IDS)] });
  return Template.fromStack(stack);
}

function outputs(chosen?: PipelineOutput[]): Record<string, unknown> {
  const resolved = resolveTemplate(templateOf(chosen).toJSON() as never, ENV);
  return Object.fromEntries(
    Object.entries(resolved.outputs).map(([id, value]) => [id.replace(/[0-9A-F]{8}$/, ''), value]),
  );
}

const login = (tool: string, seconds: number) =>
  `aws codeartifact login --tool ${tool} --domain acme --domain-owner 111111111111 --repository python --region us-east-1 --duration-seconds ${seconds}`;

test('the stack tells where to publish and install, as whom, and how to log in', () => {
  expect(outputs()).toEqual({
    PythonPublisherPublishRoleArn: expect.stringMatching(
      /^arn:aws:iam::111111111111:role\/Artifacts-Python-Publisher-/,
    ),
    PythonBillingPublishRoleArn: expect.stringMatching(
      /^arn:aws:iam::111111111111:role\/Artifacts-Python-Billing-/,
    ),
    PythonBillingToolsRoleArn: expect.stringMatching(
      /^arn:aws:iam::111111111111:role\/Artifacts-Python-Billing-\w+-tools-/,
    ),
    PythonCiReadRoleArn: expect.stringMatching(/^arn:aws:iam::111111111111:role\/Artifacts-Python-Ci-/),
    PythonIndexUrl: `${HOST}/pypi/python/simple/`,
    PythonPublishUrl: `${HOST}/pypi/python/`,
    PythonPipLoginCommand: login('pip', 43_200),
    PythonTwineLoginCommand: login('twine', 900),
  });
});

test('what synthesis knows of them is text in the template, for who reviews it', () => {
  const { PublishRoleArn, ReadRoleArn, ToolsRoleArn, ...others } = Object.fromEntries(
    Object.values(PipelineOutput).map((name) => [
      name,
      Object.entries(templateOf().findOutputs('*')).find(([id]) => id.includes(name))?.[1].Value,
    ]),
  );
  for (const arn of [PublishRoleArn, ReadRoleArn, ToolsRoleArn])
    expect(arn).toEqual({ 'Fn::GetAtt': [expect.any(String), 'Arn'] });
  for (const value of Object.values(others)) expect(value).toEqual(expect.any(String));
});

test('a domain of another account is logged in to as that of its owner', () => {
  const stack = new Stack(new App(), 'Artifacts', { env: ENV });
  const domainArn = 'arn:aws:codeartifact:us-east-1:222222222222:domain/shared';
  new PythonArtifactPipeline(stack, 'Python', {
    domain: Domain.fromDomainArn(stack, 'Domain', domainArn),
    repositoryName: 'python',
    publishers: [GitHubPublisher.repository('acme/orders-sdk', IDS)],
    outputs: [PipelineOutput.PIP_LOGIN_COMMAND, PipelineOutput.INDEX_URL],
  });
  expect(Object.values(Template.fromStack(stack).findOutputs('*')).map(({ Value }) => Value)).toEqual([
    'aws codeartifact login --tool pip --domain shared --domain-owner 222222222222 --repository python --region us-east-1 --duration-seconds 43200',
    'https://shared-222222222222.d.codeartifact.us-east-1.amazonaws.com/pypi/python/simple/',
  ]);
});

test.each(Object.values(PipelineOutput))('%s can be the only one', (output) => {
  const names = Object.keys(outputs([output]));
  expect(names.length).toBeGreaterThan(0);
  for (const name of names) expect(name.endsWith(output)).toBe(true);
});

test('there can be none', () => {
  expect(outputs([])).toEqual({});
});
