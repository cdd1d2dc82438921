import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Stack } from 'aws-cdk-lib';
import { CfnInclude } from 'aws-cdk-lib/cloudformation-include';

/** Includes a template as `Legacy`, with one resource `Old` and a condition `Wanted`. */
export function include(
  stack: Stack,
  Type: string,
  Properties: object,
  more: { Condition?: string } = {},
): CfnInclude {
  const folder = mkdtempSync(join(tmpdir(), 'include-'));
  const templateFile = join(folder, 'template.json');
  const Conditions = { Wanted: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'us-east-1'] } };
  writeFileSync(
    templateFile,
    JSON.stringify({ Conditions, Resources: { Old: { Type, Properties, ...more } } }),
  );
  const included = new CfnInclude(stack, 'Legacy', { templateFile });
  rmSync(folder, { recursive: true });
  return included;
}
