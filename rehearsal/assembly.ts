import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Assembly } from './cases';
import { run } from './python/process';

const STACK = 'PythonArtifacts';

/**
 * Synthesizes the example with the CDK CLI, as `npm run example` does, and takes what came out. With CI set
 * nothing is written into the example, and workflow files that differ from the committed ones fail it.
 */
export async function synthesizeExample(root: string): Promise<Assembly> {
  const example = join(root, 'examples');
  const output = mkdtempSync(join(tmpdir(), 'rehearsal-cdk-'));
  try {
    const programs = join(root, 'node_modules', '.bin'); // the app is started by the name of ts-node
    const env = {
      ...process.env,
      PATH: `${programs}:${process.env.PATH}`,
      CI: 'true',
      CDK_DISABLE_CLI_TELEMETRY: 'true',
      CDK_DISABLE_VERSION_CHECK: '1',
    };
    const cdk = join(programs, 'cdk');
    const args = ['synth', '--quiet', '--no-notices', '--output', output];
    const { code, output: said } = await run(cdk, args, { cwd: example, env: env as Record<string, string> });
    if (code !== 0) throw new Error(`cdk synth of the example failed:\n${said}`);
    const file = (path: string) => ({ path, text: readFileSync(join(example, path), 'utf8') });
    return {
      template: JSON.parse(readFileSync(join(output, `${STACK}.template.json`), 'utf8')),
      caller: {
        ...file('workflow-templates/publish_python.yml'),
        path: '.github/workflows/publish_python.yml',
      },
      reusable: file('.github/workflows/codeartifact_python.yml'),
      package: join(example, 'package'),
    };
  } finally {
    rmSync(output, { recursive: true, force: true });
  }
}
