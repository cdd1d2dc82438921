import { deepStrictEqual } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EmptyProject } from './empty-project';
import { PACKAGE } from './release';

const RESOURCES = ['AWS::CodeArtifact::Domain', 'AWS::CodeArtifact::Repository', 'AWS::IAM::Role'];

/** Holds that whatever is more than a type is there for `require` and for `import`. */
export function checkExports(project: EmptyProject, installed: string): string {
  const { types } = JSON.parse(readFileSync(join(installed, '.jsii'), 'utf8'));
  const expected = (Object.values(types) as { kind: string; name: string }[])
    .filter(({ kind }) => kind !== 'interface')
    .map(({ name }) => name)
    .sort();
  const required = project.node(['-p', `Object.keys(require('${PACKAGE}')).join()`]);
  const imported = project.node([
    '--input-type=module',
    '-e',
    `import { ${expected.join(', ')} } from '${PACKAGE}';
     console.log(Object.keys({ ${expected.join(', ')} }).join());`,
  ]);
  deepStrictEqual(required.trim().split(',').sort(), expected, 'require gives other names than .jsii has');
  deepStrictEqual(imported.trim().split(',').sort(), expected, 'import gives other names than .jsii has');
  return `${expected.length} classes and enums`;
}

/** Holds that both ways to load the package make the same pipeline. */
export function checkTemplates(required: Record<string, unknown>, imported: Record<string, unknown>): string {
  deepStrictEqual(imported, required, 'require and import make different templates');
  const types = Object.values(required.Resources as Record<string, { Type: string }>).map(({ Type }) => Type);
  const missing = RESOURCES.filter((type) => !types.includes(type));
  if (missing.length) throw new Error(`The template has no ${missing.join(' and no ')}`);
  return `${types.length} resources, the same twice`;
}
