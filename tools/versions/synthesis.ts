import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { PACKAGE } from '../../packaging/release';
import { json, readFiles, readIdentities, readTemplate } from '../../test/reference/baseline';
import { differencesOf } from '../../test/reference/differences';
import { type Identities, identitiesOf, movesBetween } from '../../test/reference/identities';
import type { Synthesized } from '../../test/reference/synthesize';
import { ROOT } from '../python/environment';
import type { Project } from './installation';
import { run } from './run';

/**
 * Errors that the CDK's own validation finds in a template throw; versions before 2.262 have none. Not with all flags:
 * one of them, `annotationsInValidationReport`, makes each warning of ours such a finding.
 */
const STRICT = { '@aws-cdk/core:strictCfnValidateErrors': true };

export type Made = Readonly<Record<string, Synthesized>>;

/** Writes the reference apps into a project, as one file. */
export function writeApps({ folder }: Project): void {
  buildSync({
    entryPoints: [join(ROOT, 'tools', 'versions', 'apps.ts')],
    outfile: join(folder, 'apps.cjs'),
    bundle: true,
    platform: 'node',
    target: 'node20',
    tsconfigRaw: {},
    external: [PACKAGE, 'aws-cdk-lib', 'constructs'],
  });
}

/** What the reference apps make, with no feature flag or with all that this version of the CDK recommends. */
export function madeBy(node: string, { folder }: Project, flags: 'none' | 'all'): Made {
  const recommended = join(folder, 'node_modules', 'aws-cdk-lib', 'recommended-feature-flags.json');
  const context = flags === 'all' ? JSON.parse(readFileSync(recommended, 'utf8')) : STRICT;
  const CDK_CONTEXT_JSON = JSON.stringify(context);
  return JSON.parse(
    run(node, ['apps.cjs'], { cwd: folder, env: { CDK_CONTEXT_JSON, CDK_VALIDATION: undefined } }),
  );
}

/** The committed baselines, which are those of the floor without flags. */
export function baselines(apps: readonly string[]): Made {
  return Object.fromEntries(apps.map((app) => [app, { template: readTemplate(app), files: readFiles(app) }]));
}

/** What is another template or file, byte for byte. */
export function changes(before: Made, after: Made): string[] {
  return Object.entries(before).flatMap(([app, was]) => {
    const is = after[app];
    if (!is) return [`${app} is missing`];
    const values = differencesOf(was, is);
    if (values.length === 0 && json(was.template) !== json(is.template)) values.push('another order of keys');
    return values.map((value) => `${app}: ${value}`);
  });
}

/** What a deployed stack would lose. */
export function moves(made: Made): string[] {
  return Object.entries(made).flatMap(([app, is]) =>
    movesBetween(readIdentities(app) as Identities, identitiesOf(is)).map((move) => `${app}: ${move}`),
  );
}
