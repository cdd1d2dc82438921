import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Template } from 'aws-cdk-lib/assertions';
import { ROOT } from '../python/environment';
import { BROKEN_TEMPLATE } from './broken';
import { cfnLint } from './cfn-lint';
import { templateFiles } from './files';
import { faults } from './finding';
import { setups } from './setups';

const folder = mkdtempSync(join(tmpdir(), 'templates-'));
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

test('there are templates of the reference apps and of the integration test, and none of its assertions', () => {
  expect(templateFiles().filter((path) => path.startsWith('test/reference/')).length).toBeGreaterThan(5);
  expect(templateFiles().filter((path) => path.startsWith('integ/'))).toEqual([
    expect.stringMatching(/Integ\.template\.json$/),
  ]);
});

test('cfn-lint finds nothing but how the CDK joins texts', () => {
  const generated = setups(5).map(({ stack }, index) =>
    write(`${index}.json`, JSON.stringify(Template.fromStack(stack).toJSON())),
  );
  const findings = cfnLint([...templateFiles().map((path) => join(ROOT, path)), ...generated]);
  expect(faults(findings)).toEqual([]);
  expect(new Set(findings.map(({ rule }) => rule))).toEqual(new Set(['I1022']));
});

test('a broken template is found', () => {
  expect(faults(cfnLint([write('broken.json', BROKEN_TEMPLATE)]))).toEqual([
    expect.stringContaining("E3031 'Not a name' does not match"),
  ]);
});

test('what is no template is a finding, too', () => {
  expect(faults(cfnLint([write('none.json', '{"Resources": 1}')])).length).toBeGreaterThan(0);
});
