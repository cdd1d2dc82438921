import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findAwsCli2 } from './aws-cli-2';

const folder = mkdtempSync(join(tmpdir(), 'aws-cli-2-'));
afterAll(() => rmSync(folder, { recursive: true }));

function put(name: string, says: string): string {
  mkdirSync(join(folder, name));
  writeFileSync(join(folder, name, 'aws'), `#!/bin/sh\necho ${says}\n`, { mode: 0o755 });
  return join(folder, name);
}

it('the AWS CLI of version 2 is found behind one of version 1, and where there is none there is none', () => {
  const first = put('first', 'aws-cli/1.46.3 Python/3.11.7');
  const second = put('second', 'aws-cli/2.9.19 Python/3.11.2');
  expect(findAwsCli2(`${folder}/none:${first}:${second}`)).toBe(`${second}/aws`);
  expect(findAwsCli2(first)).toBeUndefined();
});
