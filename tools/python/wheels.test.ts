import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TOOL_LOCK, type ToolSet } from '../../src/workflow/actions/tool-lock';
import { TOOLS } from './environment';
import { newerIn, versionsIn } from './newer';
import { lockedIn, onAnyPlatform, onLinux, type Wheel, withPureWheels } from './wheels';

const wheels = (...files: string[]): Wheel[] => files.map((file) => ({ file, sha256: file }));
const filesOf = (chosen: readonly Wheel[]) => chosen.map(({ file }) => file);

describe('the wheels that are locked', () => {
  const COMPILED = wheels(
    'a-1-cp311-cp311-manylinux_2_17_x86_64.whl',
    'a-1-cp313-cp313-manylinux_2_28_aarch64.whl',
    'a-1-cp313-cp313t-manylinux_2_28_aarch64.whl',
    'a-1-cp313-cp313-musllinux_1_1_x86_64.whl',
    'a-1-cp312-cp312-manylinux_2_17_x86_64.whl',
    'a-1-cp313-cp313-win_amd64.whl',
  );
  const ABI3 = wheels('a-1-cp39-abi3-manylinux2014_x86_64.whl', 'a-1-cp39-abi3-macosx_11_0_arm64.whl');

  it('are the pure one, else those for any Python, else those for two Pythons', () => {
    const pure = wheels('a-1-py3-none-any.whl');
    expect(onLinux('a', [...COMPILED, ...ABI3, ...pure])).toEqual(pure);
    expect(onLinux('a', [...COMPILED, ...ABI3])).toEqual(ABI3.slice(0, 1));
    expect(onLinux('a', COMPILED)).toEqual(COMPILED.slice(0, 2));
    expect(() => onLinux('a 1', wheels('a-1-cp313-cp313-win_amd64.whl'))).toThrow(
      'a 1 has no wheel for Linux',
    );
  });

  it('are the pure one where they are installed on every platform', () => {
    expect(filesOf(onAnyPlatform('a', wheels('a-1-py2.py3-none-any.whl')))).toEqual([
      'a-1-py2.py3-none-any.whl',
    ]);
    expect(() => onAnyPlatform('a 1', COMPILED)).toThrow('a 1 has no wheel that installs everywhere');
  });
});

it('a release of pylock.toml keeps its marker, but for what is always true', () => {
  const entry = (marker: string) =>
    `[[packages]]\nname = "a"\nversion = "1"\nmarker = "${marker}"\n` +
    `wheels = [{ url = "x://y/a-1-py3-none-any.whl", size = 1, hashes = { sha256 = "${'0'.repeat(64)}" } }]\n`;
  const text =
    entry("python_full_version >= '3.9' and os_name == 'nt'") + entry("python_full_version >= '3.9'");
  const locked = { name: 'a', version: '1', sha256: ['0'.repeat(64)] };
  expect(lockedIn(text, '3.9', onLinux)).toEqual([{ ...locked, marker: "os_name == 'nt'" }, locked]);
});

it('what the workflow installs as a pure wheel is that wheel in the lock of the tests', () => {
  const lock = 'a==1 \\\n    --hash=sha256:x \\\n    --hash=sha256:y\nb==2 \\\n    --hash=sha256:z\n';
  const locked = { name: 'a', version: '1', sha256: ['y'] };
  expect(withPureWheels(lock, [locked])).toBe('a==1 \\\n    --hash=sha256:y\nb==2 \\\n    --hash=sha256:z\n');
  expect(withPureWheels(lock, [{ ...locked, version: '2' }])).toBe(lock);
});

it.each([
  'twine',
  'twine check',
  'uv',
  'cibuildwheel',
] satisfies ToolSet[])('the files of %s that the rehearsal serves are those that the workflow installs', (set) => {
  const served = readdirSync(TOOLS.wheels).map((file) =>
    createHash('sha256')
      .update(readFileSync(join(TOOLS.wheels, file)))
      .digest('hex'),
  );
  const missing = TOOL_LOCK[set].filter(
    ({ marker, sha256 }) => !marker && !sha256.some((hash) => served.includes(hash)),
  );
  expect(missing).toEqual([]);
});

it('the lock of the tests has the versions that the workflow installs', () => {
  const locked = versionsIn(readFileSync(TOOLS.lock, 'utf8')).map(
    ({ name, version }) => `${name}==${version}`,
  );
  const pins = [...TOOL_LOCK['twine check'], ...TOOL_LOCK.uv, ...TOOL_LOCK.cibuildwheel];
  expect(
    pins.map(({ name, version }) => `${name}==${version}`).filter((pin) => !locked.includes(pin)),
  ).toEqual([]);
});

it('what is newer is said, with what is new and what is gone', () => {
  const before = [
    { name: 'a', version: '1' },
    { name: 'b', version: '1' },
    { name: 'c', version: '1' },
  ];
  const after = [
    { name: 'a', version: '2' },
    { name: 'b', version: '1' },
    { name: 'd', version: '3' },
  ];
  expect(newerIn(before, after)).toEqual(['a 1 → 2', 'c 1 is not needed any more', 'd is new → 3']);
});
