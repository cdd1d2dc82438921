import { App, Stack } from 'aws-cdk-lib';
import {
  GitHubIssuer,
  GitHubOidcProvider,
  GitHubPublisher,
  type PublishWorkflowProps,
  PythonArtifactPipeline,
} from '../../../src';
import { newWorkflow } from '../support/publish-workflow';

const SERVER = GitHubIssuer.enterpriseServer('github.acme.example');
const UPLOAD_V3 = 'actions/upload-artifact@c24449f33cd45d4826c6702db7e49f7cdb9b551d # v3.2.1-node20';
const DOWNLOAD_V3 = 'actions/download-artifact@ad191675b41f6a5b46da9a048cb6893812da158b # v3.1.0-node20';

function artifactActions(text: string): string[] {
  const lines = text.split('\n').filter((line) => /uses: actions\/(up|down)load-artifact@/.test(line));
  return [...new Set(lines.map((line) => line.trim().replace('uses: ', '')))].sort();
}

test('a GitHub Enterprise Server gets the artifact actions that run there', () => {
  expect(artifactActions(newWorkflow({ issuer: SERVER }).reusable.text)).toEqual([DOWNLOAD_V3, UPLOAD_V3]);
});

test.each([
  ['github.com', GitHubIssuer.githubCom()],
  ['an enterprise on it', GitHubIssuer.enterprise('acme')],
  ['data residency', GitHubIssuer.gheCom('acme')],
])('%s gets the newest ones, and differs in the issuer of its tokens alone', (_, issuer) => {
  const usual = GitHubIssuer.githubCom().name;
  const { text } = newWorkflow({ issuer }).reusable;
  expect(text.replaceAll(issuer.name, usual)).toBe(newWorkflow().reusable.text);
  expect(artifactActions(newWorkflow().reusable.text).join()).not.toContain('v3');
});

test('another release can be said there as anywhere', () => {
  const props: Partial<PublishWorkflowProps> = {
    issuer: SERVER,
    actionVersions: { 'actions/upload-artifact': { sha: 'a'.repeat(40), version: 'v9.0.0' } },
  };
  expect(artifactActions(newWorkflow(props).reusable.text)).toEqual([
    DOWNLOAD_V3,
    `actions/upload-artifact@${'a'.repeat(40)} # v9.0.0`,
  ]);
});

test('a pipeline knows it by its provider', () => {
  const stack = new Stack(new App(), 'Acme', { env: { account: '111111111111', region: 'eu-west-1' } });
  const { workflow } = new PythonArtifactPipeline(stack, 'Python', {
    domainName: 'acme',
    repositoryName: 'python',
    publishers: [GitHubPublisher.repository('acme/orders-sdk')],
    oidcProvider: GitHubOidcProvider.fromAccount(stack, 'GitHub', SERVER),
  });
  expect(artifactActions(workflow.reusable.text)).toEqual([DOWNLOAD_V3, UPLOAD_V3]);
});

test('provenance is refused there', () => {
  expect(() => newWorkflow({ issuer: SERVER, provenance: true })).toThrow(
    'provenance true is not to be had on a GitHub Enterprise Server: artifact attestations are made by GitHub itself. ' +
      'See https://github.com/actions/attest#readme (construct Acme/Workflow)',
  );
  expect(() => newWorkflow({ issuer: SERVER, provenance: false })).not.toThrow();
});
