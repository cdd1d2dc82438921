import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GitHubPublisher, GitHubReader, PythonArtifactPipeline } from '../../src';
import { JOB_ERRORS } from '../../src/workflow/install/scripts/check-job';
import { ACME, newStack } from '../support/stacks';

const PAGE = readFileSync(join(__dirname, '..', '..', 'docs', 'action.md'), 'utf8');

test('the page has the snippet of the reader that it shows', () => {
  const pipeline = new PythonArtifactPipeline(newStack(ACME), 'Python', {
    domainName: 'acme',
    repositoryName: 'python',
    publishers: [GitHubPublisher.repository('acme/orders-sdk', { ownerId: '1234', repositoryId: '5678' })],
  });
  const { actionSnippet } = pipeline.addReader('Ci', {
    repositories: [GitHubReader.repository('acme/shop', { ownerId: '1234', repositoryId: '3456' })],
    actionName: 'install-python',
  });
  expect(PAGE).toContain(`<!-- snippet -->\n\`\`\`yaml\n${actionSnippet}\`\`\`\n`);
});

test.each(Object.entries(JOB_ERRORS))('the page has what a job is told: %s', (_, text) => {
  expect(PAGE).toContain(`| ${text.replaceAll('|', '\\|')} |`);
});
