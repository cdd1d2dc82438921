import { readFileSync } from 'node:fs';
import { CLIENTS, client, lockedVersion } from './clients';

it.each([
  'pip',
  'uv',
  'poetry',
  'pdm',
  'hatch',
  'pipx',
  'keyring',
  'twine',
])('%s is there at the oldest version that is promised, with the reason', (name) => {
  const input = readFileSync(client(name, 'oldest').lock.replace(/lock$/, 'in'), 'utf8');
  expect(input).toMatch(/^# .+\.\n/);
  expect(input).toMatch(/^[a-z-]+==[\d.]+$/m);
});

it.each(['poetry', 'pdm', 'hatch', 'pipx', 'keyring'])('%s is there at the newest version', (name) => {
  const newest = readFileSync(client(name, 'newest').lock.replace(/lock$/, 'in'), 'utf8');
  expect(newest).not.toContain('==');
});

it('what is not there is named', () => {
  expect(() => client('conda', 'oldest')).toThrow(new Error('There is no tools/clients/conda-oldest.in'));
  expect(() => lockedVersion(client('pip', 'oldest'), 'twine')).toThrow(
    new Error('pip-oldest.lock has no twine'),
  );
});

describe.each(CLIENTS)('the lock of $name', (one) => {
  const text = readFileSync(one.lock, 'utf8');

  it('has a hash for each package, and the address of no index', () => {
    const entries = text.split(/\n(?! )/).filter(Boolean);
    expect(entries.filter((entry) => !/^[a-z0-9-]+==\S+ .*\\\n {4}--hash=sha256:/.test(entry))).toEqual([]);
    expect(text).not.toMatch(/:\/\/|index-url/);
  });

  it('has what its input names, at the version that it names', () => {
    const input = readFileSync(one.lock.replace(/lock$/, 'in'), 'utf8');
    const wanted = [...input.matchAll(/^([a-z-]+)(?:\[[a-z,]+\])?(?:==(\S+))?$/gm)];
    expect(wanted.length).toBeGreaterThan(0);
    for (const [, name = '', version] of wanted)
      expect(lockedVersion(one, name)).toEqual(version ?? expect.any(String));
  });
});
