import { App, Stack } from 'aws-cdk-lib';
import {
  BuildCommand,
  Domain,
  GitHubPublisher,
  GitHubReader,
  PublishTrigger,
  PythonArtifactPipeline,
  WorkflowHost,
} from 'cdk-python-artifact-pipeline';

const ACME = { domainName: 'acme', repositoryName: 'python' };
const ORDERS = GitHubPublisher.repository('acme/orders-sdk', { ownerId: '1234', repositoryId: '5678' });
const BILLING = GitHubPublisher.repository('acme/billing-sdk', { ownerId: '1234', repositoryId: '9012' });
const LAB = GitHubPublisher.repository('acme/lab', { ownerId: '1234', repositoryId: '7890' });
const SHOP = GitHubReader.repository('acme/shop', { ownerId: '1234', repositoryId: '3456' });
const HOST = WorkflowHost.branch('acme/platform', 'main');
const RELEASE = PublishTrigger.environment('release');

/** The shapes that the library is used in, one app each. What they say is never changed: others are added. */
export const REFERENCE_APPS: Record<string, () => Stack> = {
  /** What the seed describes: two repositories without ids, a `setup.py`, two organizations. */
  seed: () => {
    const stack = ofAcme();
    new PythonArtifactPipeline(stack, 'Python', {
      ...ACME,
      organizationIds: ['o-a1b2c3d4e5', 'o-f6g7h8i9j0'],
      publishers: ['acme/orders-sdk', 'acme/billing-sdk'].map((name) => GitHubPublisher.repository(name)),
      workflow: { pythonVersion: '3.9', buildCommand: BuildCommand.setupPySdist() },
    });
    return stack;
  },

  /** The example of the README: the workflow is in a repository for all of them. */
  host: () => {
    const stack = ofAcme();
    new PythonArtifactPipeline(stack, 'Python', {
      ...ACME,
      organizationIds: ['o-a1b2c3d4e5'],
      publishers: [ORDERS, BILLING],
      publishOn: PublishTrigger.tags('v*.*.*'),
      packages: ['acme-*'],
      workflow: { pythonVersion: '3.13', host: HOST },
    });
    return stack;
  },

  /** Every repository of an organization on GitHub publishes, by the one workflow. */
  organization: () => {
    const stack = ofAcme();
    new PythonArtifactPipeline(stack, 'Python', {
      ...ACME,
      publishers: [GitHubPublisher.organization('acme', { ownerId: '1234' })],
      workflow: { host: HOST },
    });
    return stack;
  },

  /** Builds that install internal packages, and CI of another repository that does. */
  'private-dependencies': () => {
    const stack = ofAcme();
    const pipeline = new PythonArtifactPipeline(stack, 'Python', {
      ...ACME,
      publishers: [ORDERS],
      publishOn: RELEASE,
      workflow: { privateDependencies: true },
    });
    pipeline.addReader('Ci', { repositories: [SHOP] });
    return stack;
  },

  /** Two teams that can't publish each other's packages. */
  'two-publishers': () => {
    const stack = ofAcme();
    const pipeline = new PythonArtifactPipeline(stack, 'Python', {
      ...ACME,
      publishers: [ORDERS],
      packages: ['acme-orders-*', 'orders-sdk'],
    });
    pipeline.addPublisher('Billing', {
      publishers: [BILLING],
      packages: ['billing-*'],
      publishOn: RELEASE,
    });
    return stack;
  },

  /** A domain that the account has already. */
  'imported-domain': () => {
    const stack = ofAcme();
    new PythonArtifactPipeline(stack, 'Python', {
      domain: Domain.fromDomainAttributes(stack, 'Domain', { domainName: ACME.domainName }),
      repositoryName: ACME.repositoryName,
      publishers: [ORDERS],
      packages: ['acme-*'],
    });
    return stack;
  },

  /** Two pipelines in one domain, the one in front of the other. */
  'second-repository': () => {
    const stack = ofAcme();
    const pipeline = new PythonArtifactPipeline(stack, 'Python', { ...ACME, publishers: [ORDERS] });
    new PythonArtifactPipeline(stack, 'Experiments', {
      domain: pipeline.domain,
      repositoryName: 'python-experiments',
      upstreams: [pipeline.repository],
      oidcProvider: pipeline.oidcProvider,
      publishers: [LAB],
      workflow: { fileName: 'codeartifact_python_lab.yml', callerFileName: 'publish_python_lab.yml' },
    });
    return stack;
  },

  /** A stack for any account and Region. */
  agnostic: () => {
    const stack = new Stack(newApp(), 'PythonArtifacts');
    new PythonArtifactPipeline(stack, 'Python', { ...ACME, publishers: [ORDERS], packages: ['acme-*'] });
    return stack;
  },
};

function ofAcme(): Stack {
  return new Stack(newApp(), 'PythonArtifacts', { env: { account: '111111111111', region: 'us-east-1' } });
}

function newApp(): App {
  return new App({ analyticsReporting: false });
}
