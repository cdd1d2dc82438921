import { App, Duration, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { parse } from 'yaml';
import type { Template as TemplateText } from '../../evaluation/template';
import { GitHubPublisher, GitHubReader, PythonArtifactPipeline } from '../../src';
import { EXAMPLE, ORDERS } from '../cases/example';
import type { GitHubRepository } from '../github/repository';
import type { Registry } from './proxy';

export const SHOP: GitHubRepository = { name: 'acme/shop', ownerId: '1234', repositoryId: '3456' };

/** A template with readers for Dependabot, and what each of them has in its `dependabot.yml`. */
export interface DependabotSetup {
  readonly template: TemplateText;
  /** For the one repository. */
  readonly shop: Registry;
  /** For every repository of the organization. */
  readonly organization: Registry;
  /** The role of a reader for the same repository, which lets no Dependabot in. */
  readonly readRoleName: string;
  readonly publishRoleName: string;
}

export function dependabotSetup(): DependabotSetup {
  const { account, region, domain, repository } = EXAMPLE;
  const stack = new Stack(new App(), 'PythonArtifacts', { env: { account, region } });
  const pipeline = new PythonArtifactPipeline(stack, 'Python', {
    domainName: domain,
    repositoryName: repository,
    publishers: [GitHubPublisher.repository(ORDERS.name, ORDERS)],
    packages: ['acme-*'],
    publishRoleName: 'publish',
    rolePath: '/python/',
  });
  const repositories = [GitHubReader.repository(SHOP.name, SHOP)];
  const shop = pipeline.addReader('Shop', {
    repositories,
    maxTokenDuration: Duration.minutes(15),
    readRoleName: 'read',
    dependabot: {},
  });
  const organization = pipeline.addReader('Organization', {
    repositories: [GitHubReader.organization('acme', { ownerId: '1234' })],
    dependabot: { roleName: 'dependabot' },
  });
  const registryOf = (text: string): Registry => parse(text).registries[`${domain}-${repository}`];
  return {
    template: Template.fromStack(stack).toJSON() as TemplateText,
    shop: registryOf(shop.dependabotRegistry),
    organization: registryOf(organization.dependabotRegistry),
    readRoleName: 'python/read',
    publishRoleName: 'python/publish',
  };
}
