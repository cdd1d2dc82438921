import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { EmptyProject } from '../../packaging/empty-project';
import { peersAt } from '../../packaging/release';
import { ROOT } from '../python/environment';

/** The release for the newest CDK. The one for the CDK of this repository is in package.json. */
const NAG_3 = '3.0.2';

/** What cdk-nag says of some stacks in all its packs of rules. */
export interface NagReport {
  readonly version: string;
  readonly stacks: number;
  /** `rule path` of what nobody explained. */
  readonly findings: readonly string[];
  readonly suppressions: readonly { readonly id: string; readonly reason: string }[];
  /** What it found in a broken stack. */
  readonly bites: readonly string[];
}

/** cdk-nag 2, with the CDK of this repository. */
export function nag2(): NagReport {
  const options = { cwd: ROOT, encoding: 'utf8', maxBuffer: 1 << 28 } as const;
  const output = execFileSync(process.execPath, ['-'], { ...options, input: bundle() });
  return { version: require('cdk-nag/package.json').version, ...lastLine(output) };
}

/** cdk-nag 3, in a folder of its own with the newest CDK. */
export function nag3(tell: (text: string) => void): NagReport {
  const project = new EmptyProject();
  try {
    const peers = peersAt('newest').map(({ name, version }) => `${name}@${version}`);
    project.install([...peers, `cdk-nag@${NAG_3}`]);
    tell(`aws-cdk-lib ${project.versionOf('aws-cdk-lib')}`);
    writeFileSync(join(project.folder, 'nag.cjs'), bundle());
    // The CDK's own validation of templates takes a second each, and is no part of this.
    return { version: NAG_3, ...lastLine(project.node(['nag.cjs'], { CDK_VALIDATION: 'false' })) };
  } finally {
    project.remove();
  }
}

function bundle(): string {
  const [{ text }] = buildSync({
    entryPoints: [join(ROOT, 'tools', 'judges', 'nag.js')],
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    write: false,
    external: ['aws-cdk-lib', 'aws-cdk-lib/*', 'constructs', 'cdk-nag'],
    alias: { 'cdk-python-artifact-pipeline': join(ROOT, 'src') },
  }).outputFiles;
  return text;
}

function lastLine(output: string): Omit<NagReport, 'version'> {
  return JSON.parse(output.trim().split('\n').pop() ?? '');
}
