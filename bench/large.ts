import type { App, Stack } from 'aws-cdk-lib';
import {
  GitHubPublisher,
  type PackagePublisherOptions,
  PythonArtifactPipeline,
  SubjectFormat,
  WorkflowHost,
} from 'cdk-python-artifact-pipeline';
import { newStack, synthesize } from './synthesize';

/** Apps at which something is large, by the name that `LARGE` has. */
const APPS: Record<string, (stack: Stack) => void> = {
  one: (stack) => pipeline(stack, { publishers: repositories(0, 1) }),
  organization: (stack) =>
    pipeline(stack, {
      publishers: [GitHubPublisher.organization('acme', { ownerId: '1234' })],
      packages: ['acme-*'],
      workflow: { host: WorkflowHost.branch('acme/platform', 'main') },
    }),
  'named repositories': (stack) => teams(stack, 5, 20),
  packages: (stack) =>
    pipeline(stack, {
      publishers: repositories(0, 1),
      packages: Array.from({ length: 300 }, (_, index) => `orders-${index}`),
    }),
  teams: (stack) => teams(stack, 50, 20),
  // Two files for each, in the checkout that the environment names.
  files: (stack) => teams(stack, 200, 1),
};

synthesize((app: App) => {
  const stack = newStack(app, 0);
  // CloudFormation takes 500 resources; what is measured here is the time of each.
  stack.node.setContext('@aws-cdk/core:stackResourceLimit', 0);
  APPS[String(process.env.LARGE)](stack);
});

function teams(stack: Stack, count: number, size: number): void {
  const first = pipeline(stack, { publishers: repositories(0, size), packages: ['team-0-*'] });
  for (let team = 1; team < count; team++) {
    first.addPublisher(`Team${team}`, {
      publishers: repositories(team * size, size),
      packages: [`team-${team}-*`],
    });
  }
}

function pipeline(stack: Stack, options: PackagePublisherOptions): PythonArtifactPipeline {
  return new PythonArtifactPipeline(stack, 'Python', {
    domainName: 'acme',
    repositoryName: 'python',
    trustPolicyQuota: 8192,
    ...options,
    workflow: {
      ...options.workflow,
      writeFiles: process.env.GIT_ROOT !== undefined,
      gitRoot: process.env.GIT_ROOT,
    },
  });
}

function repositories(first: number, count: number): GitHubPublisher[] {
  return Array.from({ length: count }, (_, index) =>
    GitHubPublisher.repository(`acme/package-${first + index}`, {
      ownerId: '1234',
      repositoryId: String(5000 + first + index),
      subjectFormat: SubjectFormat.IMMUTABLE,
    }),
  );
}
