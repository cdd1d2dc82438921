import { App, Duration, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { parse } from 'yaml';
import type { Template as TemplateText } from '../../evaluation/template';
import {
  GitHubPublisher,
  GitHubReader,
  IndexScope,
  type PackageReader,
  type PackageReaderOptions,
  PythonArtifactPipeline,
  WorkflowHost,
} from '../../src';
import { EXAMPLE, ORDERS } from '../cases/example';
import type { GitHubRepository } from '../github/repository';
import type { Permissions, Step } from '../runner/workflow';

export const SHOP: GitHubRepository = { name: 'acme/shop', ownerId: '1234', repositoryId: '3456' };

/** What a reader gives to a job. */
export interface ReaderFiles {
  /** The action, by its path. */
  readonly files: Readonly<Record<string, string>>;
  readonly snippet: { readonly permissions: Permissions; readonly steps: readonly Step[] };
}

export interface ReadersSetup {
  readonly template: TemplateText;
  /** All packages come through the repository. */
  readonly all: ReaderFiles;
  /** Internal packages alone do. */
  readonly internal: ReaderFiles;
  /** The action is in another repository, and its tokens last two hours. */
  readonly hosted: ReaderFiles;
  /** The same as the first, of a stack that knows neither account nor Region. */
  readonly anywhere: ReaderFiles;
}

export function readersSetup(): ReadersSetup {
  const { account, region } = EXAMPLE;
  const { stack, add } = pipelineIn({ account, region });
  const all = add('All', { actionName: 'install-python' });
  const internal = add('Internal', {
    actionName: 'install-internal',
    indexScope: IndexScope.INTERNAL_PACKAGES,
  });
  const hosted = add('Hosted', {
    actionName: 'install-hosted',
    actionHost: WorkflowHost.branch('acme/platform', 'main'),
    tokenDuration: Duration.hours(2),
  });
  const anywhere = pipelineIn(undefined).add('All', { actionName: 'install-python' });
  return {
    template: Template.fromStack(stack).toJSON() as TemplateText,
    all: filesOf(all),
    internal: filesOf(internal),
    hosted: filesOf(hosted),
    anywhere: filesOf(anywhere),
  };
}

function pipelineIn(env: { readonly account: string; readonly region: string } | undefined) {
  const stack = new Stack(new App({ analyticsReporting: false }), 'PythonArtifacts', { env });
  const pipeline = new PythonArtifactPipeline(stack, 'Python', {
    domainName: EXAMPLE.domain,
    repositoryName: EXAMPLE.repository,
    publishers: [GitHubPublisher.repository(ORDERS.name, ORDERS)],
    packages: ['acme-*'],
  });
  const repositories = [GitHubReader.repository(SHOP.name, SHOP)];
  const add = (id: string, options: Omit<PackageReaderOptions, 'repositories'>): PackageReader =>
    pipeline.addReader(id, { repositories, ...options });
  return { stack, add };
}

function filesOf({ files, actionSnippet }: PackageReader): ReaderFiles {
  return { files, snippet: parse(actionSnippet) };
}
