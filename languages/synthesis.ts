import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ROOT } from '../tools/python/environment';
import { run } from './language';

/** Runs an app by the CDK CLI, in a checkout of its own, and gives its template and the files that it writes. */
export function synthesized(
  app: string,
  folder: string,
  cwd: string,
  env: Record<string, string> = {},
): Map<string, string> {
  const checkout = join(folder, 'checkout');
  const out = join(folder, 'cdk.out');
  mkdirSync(join(checkout, '.github'), { recursive: true });
  const options = ['--quiet', '--no-notices', '--no-version-reporting', '--app', app, '--output', out];
  run(join(ROOT, 'node_modules', '.bin', 'cdk'), ['synth', ...options], {
    cwd,
    env: {
      CI: 'false',
      CDK_DISABLE_CLI_TELEMETRY: 'true',
      CDK_DISABLE_VERSION_CHECK: '1',
      GIT_ROOT: checkout,
      ...env,
    },
  });
  const files = new Map([['template', readFileSync(join(out, 'PythonArtifacts.template.json'), 'utf8')]]);
  for (const entry of readdirSync(checkout, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile()) files.set(relative(checkout, path), readFileSync(path, 'utf8'));
  }
  return files;
}

/** Throws for the first file that one of the two has not, or has otherwise. */
export function expectSame(actual: Map<string, string>, expected: Map<string, string>): void {
  const paths = [...new Set([...actual.keys(), ...expected.keys()])];
  const differs = paths.find((path) => actual.get(path) !== expected.get(path));
  if (differs !== undefined) throw new Error(`${differs} is not what the app in TypeScript gives`);
}
