import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import type { Template as TemplateText } from '../../evaluation/template';
import {
  ConfigurationFile,
  GitHubPublisher,
  IndexScope,
  PythonArtifactPipeline,
  PythonClient,
} from '../../src';
import { EXAMPLE, ORDERS } from '../cases/example';

/** A template for people of an organization, and what the library says for each of their clients. */
export interface InstallSetup {
  readonly template: TemplateText;
  /** All packages by the repository. */
  readonly all: Readonly<Record<'pip.conf' | 'uv.toml' | 'uv' | 'poetry' | 'pdm', string>>;
  /** Internal packages by the repository, and all others by public PyPI. */
  readonly internal: Readonly<Record<'uv' | 'poetry' | 'pdm', string>>;
}

export function installSetup(): InstallSetup {
  const { account, region, domain, repository: repositoryName, organization, package: internal } = EXAMPLE;
  const stack = new Stack(new App(), 'PythonArtifacts', { env: { account, region } });
  const { repository } = new PythonArtifactPipeline(stack, 'Python', {
    domainName: domain,
    repositoryName,
    organizationIds: [organization],
    publishers: [GitHubPublisher.repository(ORDERS.name, ORDERS)],
    packages: ['acme-*'],
  });
  const { PIP, UV, POETRY, PDM } = PythonClient;
  const indexScope = IndexScope.INTERNAL_PACKAGES;
  const say = (...of: Parameters<typeof repository.clientConfiguration>): string =>
    stack.resolve(repository.clientConfiguration(...of));
  return {
    template: Template.fromStack(stack).toJSON() as TemplateText,
    all: {
      'pip.conf': say(PIP),
      'uv.toml': say(UV, { file: ConfigurationFile.UV_TOML }),
      uv: say(UV),
      poetry: say(POETRY),
      pdm: say(PDM),
    },
    internal: {
      uv: say(UV, { indexScope, packages: [internal.name] }),
      poetry: say(POETRY, { indexScope, packages: [internal.name] }),
      pdm: say(PDM, { indexScope, packages: ['acme-*'] }),
    },
  };
}
