import { spawnSync } from 'node:child_process';
import { removeFolders } from '../../../support/cli';
import { refusal, verify } from '../../../support/verify';

afterAll(removeFolders);

test('a wheel and an sdist pass, and each is said to whoever comes after', () => {
  const result = verify('wheel()\nsdist()');
  expect(result).toMatchObject({ status: 0, log: '' });
  expect(result.handedOn).toEqual(['acme_billing-1.2.3-py3-none-any.whl', 'acme_billing-1.2.3.tar.gz']);
  expect(result.outputs).toEqual({
    sha256: expect.stringMatching(
      /^[0-9a-f]{64} {2}acme_billing-1.2.3-py3-none-any.whl\n[0-9a-f]{64} {2}acme_billing-1.2.3.tar.gz$/,
    ),
    files:
      'acme_billing-1.2.3-py3-none-any.whl acme-billing 1.2.3\nacme_billing-1.2.3.tar.gz acme-billing 1.2.3',
    packages: '["acme-billing"]',
    version: '1.2.3',
  });
});

test('people see a table: file, size, SHA-256, name, version', () => {
  const { outputs, summary } = verify('wheel()');
  const [hash, name] = outputs.sha256.split('  ');
  expect(summary.replace(/\| \d{3} \|/, '| SIZE |')).toBe(
    [
      '### Verified',
      '',
      '| file | size | SHA-256 | name | version |',
      '| --- | ---: | --- | --- | --- |',
      `| \`${name}\` | SIZE | \`${hash}\` | acme-billing | 1.2.3 |`,
      '',
    ].join('\n'),
  );
});

test('modules of the folder and of the environment are not taken for those of Python', () => {
  const { status, log } = verify(
    'wheel()\n' +
      'for name in ("packaging", "tarfile", "twine", "sitecustomize"):\n' +
      '    open(f"{name}.py", "w").write("raise SystemExit(\'taken\')")',
    { PYTHONPATH: '.', PYTHONSTARTUP: 'tarfile.py' },
  );
  expect({ status, log }).toEqual({ status: 0, log: '' });
});

test('no code of a package runs', () => {
  expect(verify('sdist()').log).toBe('');
});

test('what is wrong hands nothing on', () => {
  expect(refusal('wheel()\nsdist(version="99.0.0")')).toBe(
    'Tag and version differ::The tag is v1.2.3, and the version in acme_billing-99.0.0.tar.gz is 99.0.0. ' +
      'Push the tag v99.0.0, or change the version of the package.',
  );
});

test('more files than a later job can be told of are refused before anybody approves', () => {
  const make = (count: number) => `for i in range(${count}): wheel(tag=f"py3-none-plat_{i:04}_{'x' * 60}")`;
  expect(refusal(make(800))).toBe(
    'Too many files::The builds left 800 files, which are more than later jobs can be told of. Publish them in several runs.',
  );
  const { outputs } = verify(make(600));
  for (const value of Object.values(outputs)) {
    expect(spawnSync('true', { env: { VALUE: value } }).status).toBe(0);
  }
  expect(outputs.files.split('\n')).toHaveLength(600);
});
