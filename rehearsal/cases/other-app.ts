import { App, Stack } from 'aws-cdk-lib';
import {
  GitHubPublisher,
  PublishTrigger,
  PythonArtifactPipeline,
  type RequiredClaims,
  WorkflowHost,
} from '../../src';
import { type Assembly, EXAMPLE, ORDERS } from './example';

/** What differs from the example. */
export interface OtherApp {
  readonly publisher?: GitHubPublisher;
  readonly publishOn?: PublishTrigger;
  readonly requiredClaims?: RequiredClaims;
}

export function publisherOf({ publisher }: OtherApp): GitHubPublisher {
  const { name, ownerId, repositoryId } = ORDERS;
  return publisher ?? GitHubPublisher.repository(name, { ownerId, repositoryId });
}

/** The example with something else said in it, synthesized in this process. */
export function otherApp(example: Assembly, other: OtherApp): Assembly {
  const { account, region, domain, repository, host, hostBranch } = EXAMPLE;
  const app = new App();
  const stack = new Stack(app, 'PythonArtifacts', { env: { account, region } });
  const { publishOn, requiredClaims } = other;
  const pipeline = new PythonArtifactPipeline(stack, 'Python', {
    domainName: domain,
    repositoryName: repository,
    publishers: [publisherOf(other)],
    publishOn: publishOn ?? PublishTrigger.tags('v*.*.*'),
    requiredClaims,
    packages: ['acme-*'],
    workflow: { host: WorkflowHost.branch(host, hostBranch), writeFiles: false },
  });
  const { template } = app.synth().getStackByName(stack.stackName);
  const { reusable, caller } = pipeline.workflow;
  return {
    ...example,
    template,
    reusable: { path: example.reusable.path, text: reusable.text },
    caller: { path: example.caller.path, text: caller.text },
  };
}
