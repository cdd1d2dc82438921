import { App } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { PublishWorkflow, type PublishWorkflowProps } from '../../../src';
import { asCli, newFolder, saidToCli } from './cli';
import { KNOWN } from './publish-workflow';

/** The names of a second pair of files, and a third. */
export const named = (name: string) => ({ fileName: `${name}.yml`, callerFileName: `publish_${name}.yml` });

export function addWorkflow(
  scope: Construct,
  props: Partial<PublishWorkflowProps> = {},
  id = 'Workflow',
): PublishWorkflow {
  return new PublishWorkflow(scope, id, { ...KNOWN, ...props });
}

/** Builds and synthesizes an app as the CDK CLI would have it, and tells what it printed and why it failed. */
export function synthesizeApp(
  checkout: string,
  env: { ci?: string; [variable: string]: string | undefined },
  build: (app: App) => unknown,
  context?: { [key: string]: unknown },
): { said: string; failure: string } {
  let failure = '';
  asCli(checkout, env, () => {
    try {
      const app = new App({ outdir: newFolder(), context });
      build(app);
      app.synth();
    } catch (error) {
      failure = (error as Error).message;
    }
  });
  return { said: saidToCli(), failure };
}
