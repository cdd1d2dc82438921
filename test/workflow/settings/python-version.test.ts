import { newWorkflow, reusableOf } from '../support/publish-workflow';
import { warningsOf } from '../support/warnings';

const TESTED = { testCommand: 'pytest' };

function tested(...testPythonVersions: string[]) {
  return newWorkflow({ ...TESTED, testPythonVersions });
}

test.each([
  '3.9',
  '3.13.7',
  '3.14t',
  '3.13.1t',
  'pypy3.11',
  'pypy-3.11',
  'pypy3.11-v7.3.20',
  'pypy3.11-v7.x',
  'graalpy-24.2',
  'graalpy25.0.1',
])('tests run on %s', (version) => {
  expect(reusableOf(tested(version)).jobs.test.strategy?.matrix).toEqual({ python_version: [version] });
});

test.each([
  ['3', 'is not a version of Python'],
  ['3.x', 'is not a version of Python'],
  ['pypy', 'is not a version of Python'],
  ['pypy2.7', 'is not a version of Python'],
  ['cpython3.13', 'is not a version of Python'],
  ['3.13tt', 'is not a version of Python'],
  ['3.8', 'is older than what the tools run on'],
  ['pypy3.8', 'is older than what the tools run on'],
  ['3.12t', 'is a build without the global lock, which Python has since 3.13'],
])('tests do not run on %s, which %s', (version, reason) => {
  expect(() => tested(version)).toThrow(
    `testPythonVersions "${version}" ${reason}. Allowed: a version from 3.9 on, as in '3.13', '3.13.7', '3.14t', ` +
      "'pypy3.11' or 'graalpy-24.2'. See https://github.com/actions/setup-python/blob/main/docs/advanced-usage.md (construct Acme/Workflow)",
  );
});

test.each(['3.14t', 'pypy3.11', 'graalpy-24.2'])('a package is not built with %s alone', (pythonVersion) => {
  expect(() => newWorkflow({ pythonVersion })).toThrow(
    `pythonVersion "${pythonVersion}" is not a version of Python. Allowed: a version of CPython from 3.9 on`,
  );
});

test('a version that was not released yet is warned of', () => {
  expect(
    warningsOf({ ...TESTED, pythonVersion: '3.16', testPythonVersions: ['3.16t', '3.15', 'pypy3.11'] }),
  ).toEqual([
    'Python 3.16, 3.16t was not released when the versions of the actions were pinned, and actions/setup-python may not ' +
      'find it. The last one that is known is 3.15. [ack: cdk-python-artifact-pipeline:python-not-known]',
  ]);
  expect(warningsOf({ pythonVersion: '3.15' })).toEqual([]);
});

test('a version out of support is one, whoever implements it', () => {
  expect(
    warningsOf({ ...TESTED, testPythonVersions: ['pypy3.10', 'pypy3.11', 'graalpy-24.2', '3.14t'] }),
  ).toEqual([
    'Python pypy3.10 gets no security fixes any more. See https://devguide.python.org/versions/ ' +
      '[ack: cdk-python-artifact-pipeline:python-out-of-support]',
  ]);
});
