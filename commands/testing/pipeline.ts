import { App, Stack } from 'aws-cdk-lib';
import {
  GitHubPublisher,
  PublishTrigger,
  PythonArtifactPipeline,
  type PythonArtifactPipelineProps,
  WorkflowHost,
} from '../../src';
import { folderWith } from './run';

export const ACCOUNT = '111111111111';
export const ORDERS = GitHubPublisher.repository('acme/orders-sdk', {
  ownerId: '1234',
  repositoryId: '5678',
});

/** A folder with the cloud assembly of the app that the documentation shows, and what differs in it. */
export function assemblyOfPipeline(
  props: Partial<PythonArtifactPipelineProps> = {},
  change: (pipeline: PythonArtifactPipeline, stack: Stack) => void = () => {},
): string {
  return assemblyOf((stack) => {
    const pipeline = new PythonArtifactPipeline(stack, 'Python', {
      domainName: 'acme',
      repositoryName: 'python',
      organizationIds: ['o-a1b2c3d4e5'],
      publishers: [ORDERS],
      publishOn: PublishTrigger.tags('v*.*.*'),
      packages: ['acme-*'],
      workflow: { host: WorkflowHost.branch('acme/platform', 'main'), writeFiles: false },
      ...props,
    });
    change(pipeline, stack);
  });
}

/** A folder with the cloud assembly of one stack. */
export function assemblyOf(build: (stack: Stack) => void, account?: string): string {
  const outdir = folderWith();
  const app = new App({ outdir });
  build(new Stack(app, 'PythonArtifacts', { env: { account: account ?? ACCOUNT, region: 'us-east-1' } }));
  app.synth();
  return outdir;
}

/** The claims of a token of GitHub, for a publisher's tag and with what differs. */
export function claimsOf(change: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  const claims: Record<string, unknown> = {
    iss: 'https://token.actions.githubusercontent.com',
    aud: 'sts.amazonaws.com',
    iat: 1764000000,
    repository: 'acme/orders-sdk',
    repository_id: '5678',
    repository_owner: 'acme',
    repository_owner_id: '1234',
    ref: 'refs/tags/v1.2.3',
    event_name: 'push',
    actor: 'octocat',
    actor_id: '583231',
    workflow: 'publish',
    job_workflow_ref: 'acme/platform/.github/workflows/codeartifact_python.yml@refs/heads/main',
    run_id: '1000',
    ...change,
  };
  return { sub: subjectOf(claims), ...claims };
}

function subjectOf({ repository, event_name: event, environment, ref }: Record<string, unknown>): string {
  if (environment !== undefined) return `repo:${repository}:environment:${environment}`;
  return event === 'pull_request' ? `repo:${repository}:pull_request` : `repo:${repository}:ref:${ref}`;
}

/** A token with these claims, and a signature that nobody checks. */
export function tokenOf(claims: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'RS256', typ: 'JWT' })}.${part(claims)}.c2lnbmF0dXJl`;
}
