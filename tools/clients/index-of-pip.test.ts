import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPython } from '../python/interpreter';
import { indexOfPip } from './index-of-pip';

const folder = mkdtempSync(join(tmpdir(), 'index-of-pip-'));
afterAll(() => rmSync(folder, { recursive: true }));

const bare = { PATH: process.env.PATH, HOME: folder, PIP_CONFIG_FILE: '/dev/null' };
const given = (env: NodeJS.ProcessEnv) => indexOfPip(findPython(), { ...bare, ...env });

it('uv asks the index that pip would ask', () => {
  const file = join(folder, 'pip.conf');
  writeFileSync(file, '[global]\nindex-url = https://one.example.com/simple\n');
  expect(given({})).toEqual({});
  expect(given({ PIP_CONFIG_FILE: file })).toEqual({ UV_DEFAULT_INDEX: 'https://one.example.com/simple' });
  expect(given({ PIP_CONFIG_FILE: file, PIP_INDEX_URL: 'https://two.example.com/simple' })).toEqual({
    UV_DEFAULT_INDEX: 'https://two.example.com/simple',
  });
});
