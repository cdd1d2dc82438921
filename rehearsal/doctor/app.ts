import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import type { Template } from '../../evaluation/template';
import {
  GitHubOidcProvider,
  GitHubPublisher,
  JsonPatch,
  PublishTrigger,
  PublishWorkflow,
  PythonArtifactPipeline,
  SubjectFormat,
  WorkflowHost,
} from '../../src';
import { TRUSTED_REPOSITORY_INPUT } from '../../src/github/trust/entry-text';

/** The input for a repository's own entry, whether or not the library makes it. */
const takesEntry = JsonPatch.add(`/on/workflow_call/inputs/${TRUSTED_REPOSITORY_INPUT}`, {
  type: 'string',
  default: '',
});

const ids = (repositoryId: string) => ({ ownerId: '1234', repositoryId });

/** What was synthesized: a cloud assembly in `cdk.out`, and the workflow files as they are to be committed. */
export interface Synthesized {
  readonly folder: string;
  /** By the names of their stacks. */
  readonly templates: Readonly<Record<string, Template>>;
  /** Text by path. */
  readonly files: Readonly<Record<string, string>>;
}

/**
 * An app with something of everything: publishers by a host, on tags and by an environment, and a stack for any
 * account whose publisher has a workflow and variables of its own.
 */
export function synthesizeApp(folder: string): Synthesized {
  const context = { 'aws:cdk:enable-path-metadata': true };
  const app = new App({ outdir: join(folder, 'cdk.out'), analyticsReporting: false, context });
  const stack = new Stack(app, 'PythonArtifacts', { env: { account: '111111111111', region: 'us-east-1' } });
  const pipeline = new PythonArtifactPipeline(stack, 'Python', {
    domainName: 'acme',
    repositoryName: 'python',
    organizationIds: ['o-a1b2c3d4e5'],
    publishers: [
      GitHubPublisher.repository('acme/orders-sdk', ids('5678')),
      GitHubPublisher.repository('acme/billing-sdk', ids('9012')),
    ],
    packages: ['acme-*'],
    workflow: { host: WorkflowHost.branch('acme/platform', 'main') },
  });
  pipeline.addPublisher('Release', {
    publishers: [GitHubPublisher.repository('acme/lab', ids('7890'))],
    publishOn: PublishTrigger.environment('release'),
    packages: ['lab-*'],
  });
  pipeline.addPublisher('Everybody', {
    publishers: [GitHubPublisher.organization('acme', { ownerId: '1234' })],
    packages: ['common-*'],
  });
  const anywhere = new Stack(app, 'Anywhere');
  new PythonArtifactPipeline(anywhere, 'Python', {
    domainName: 'acme-tools',
    repositoryName: 'tools',
    oidcProvider: GitHubOidcProvider.fromAccount(anywhere, 'GitHub'),
    publishers: [
      GitHubPublisher.repository('acme/tools', { ...ids('3456'), subjectFormat: SubjectFormat.CLASSIC }),
    ],
    publishOn: PublishTrigger.branch('main'),
    packages: ['tools-*'],
    workflow: { fileName: 'codeartifact_tools.yml', callerFileName: 'publish_tools.yml' },
  });
  for (const construct of app.node.findAll()) {
    if (construct instanceof PublishWorkflow) construct.reusable.patch(takesEntry);
  }
  const assembly = app.synth();
  const files: Record<string, string> = {};
  for (const construct of app.node.findAll()) {
    if (construct instanceof PublishWorkflow) Object.assign(files, construct.files);
  }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  mkdirSync(join(folder, '.git'), { recursive: true });
  const templates = Object.fromEntries(assembly.stacks.map((one) => [one.stackName, one.template]));
  return { folder, templates, files };
}
