import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as cdk from 'aws-cdk-lib';
import * as codebuild from 'aws-cdk-lib/aws-codebuild';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as typescript from 'typescript';
import * as library from '../../src';
import { ACME } from './stacks';

export const readPage = (name: string) => readFileSync(join(__dirname, '..', '..', 'docs', name), 'utf8');

/** The snippets of TypeScript of a page. */
export const snippetsOf = (page: string): string[] =>
  [...page.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, text]) => text);

/**
 * Runs a snippet as in the constructor of a stack with the pipeline, and says what its variables are.
 *
 * @param more what the snippet uses beside the library and the CDK
 * @param variables the names of those to say
 */
export function runSnippet(snippet: string, more: Record<string, unknown> = {}, variables: string[] = []) {
  const stack = new cdk.Stack(new cdk.App(), 'PythonArtifacts', { env: ACME });
  const pipeline = new library.PythonArtifactPipeline(stack, 'Python', {
    domainName: 'acme',
    repositoryName: 'python',
    publishers: [
      library.GitHubPublisher.repository('acme/orders-sdk', { ownerId: '1234', repositoryId: '5678' }),
    ],
  });
  const scope = { ...cdk, ...library, codebuild, lambda, pipeline, ...more };
  const text = `${typescript.transpile(snippet, { target: typescript.ScriptTarget.ES2022 })}
return { ${variables.join(', ')} };`;
  const said: Record<string, string> = new Function(...Object.keys(scope), text).apply(
    stack,
    Object.values(scope),
  );
  return { stack, said };
}
