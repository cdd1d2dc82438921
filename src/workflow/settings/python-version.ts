import { Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { invalidInput } from '../../private/invalid-input';
import { isPlaceholder } from '../../private/token-text';

/** The version of Python that builds a package unless another one is asked for. */
export const DEFAULT_PYTHON = '3.13';

/** The first version of Python 3 that is supported, since October 2026. */
const FIRST_SUPPORTED_MINOR = 11;

/** The last version that was released when the actions were pinned. */
const LAST_KNOWN_MINOR = 15;
export const LAST_KNOWN = `3.${LAST_KNOWN_MINOR}`;

/** The first one that has a build without the global lock. */
const FIRST_FREE_THREADED_MINOR = 13;

const CPYTHON = /^3\.(\d{1,2})(\.\d{1,2})?$/;
const FREE_THREADED = /^3\.(\d{1,2})(\.\d{1,2})?t$/;
const PYPY = /^pypy-?3\.(\d{1,2})(-v\d{1,2}(\.\d{1,2}|\.x){1,2})?$/;

/** GraalPy has versions of its own, which say nothing of the language. */
const GRAALPY = /^graalpy-?\d{2}(\.\d{1,2}){0,2}$/;

const VERSIONS = 'https://devguide.python.org/versions/';
const SETUP_PYTHON = 'https://github.com/actions/setup-python/blob/main/docs/advanced-usage.md';

/** Throws for what actions/setup-python would not read as a version of Python, or as one that is too old. */
export function checkPythonVersion(scope: IConstruct, property: string, version: string): void {
  const reason = problemOf(version, [CPYTHON]);
  if (!reason) return;
  throw invalidInput(
    {
      property,
      given: version,
      reason,
      allowed: "a version of CPython from 3.9 on, as in '3.13' or '3.13.7'",
      instead: version === '3.1' ? "'3.10', which YAML reads as a number without quotes" : undefined,
      see: VERSIONS,
    },
    scope,
  );
}

/** The same where tests run, on any Python that the action has. */
export function checkTestPythonVersion(scope: IConstruct, property: string, version: string): void {
  const reason = problemOf(version, [CPYTHON, FREE_THREADED, PYPY, GRAALPY]);
  if (!reason) return;
  throw invalidInput(
    {
      property,
      given: version,
      reason,
      allowed: "a version from 3.9 on, as in '3.13', '3.13.7', '3.14t', 'pypy3.11' or 'graalpy-24.2'",
      instead: version === '3.1' ? "'3.10', which YAML reads as a number without quotes" : undefined,
      see: SETUP_PYTHON,
    },
    scope,
  );
}

/** Whether a version, which has been checked, gets no security fixes any more. */
export function isOutOfSupport(version: string): boolean {
  return (minorOf(version) ?? FIRST_SUPPORTED_MINOR) < FIRST_SUPPORTED_MINOR;
}

/** Whether a version, which has been checked, is newer than all that the pinned action was seen with. */
export function isNotKnown(version: string): boolean {
  return (minorOf(version) ?? LAST_KNOWN_MINOR) > LAST_KNOWN_MINOR;
}

function problemOf(version: string, forms: RegExp[]): string | undefined {
  if (isPlaceholder(version)) return undefined;
  if (Token.isUnresolved(version))
    return 'is known to CloudFormation only, and the workflow file is written before';
  if (!forms.some((form) => form.test(version))) return 'is not a version of Python';
  const minor = minorOf(version);
  if (minor === undefined) return undefined;
  if (minor < 9) return 'is older than what the tools run on';
  return FREE_THREADED.test(version) && minor < FIRST_FREE_THREADED_MINOR
    ? `is a build without the global lock, which Python has since 3.${FIRST_FREE_THREADED_MINOR}`
    : undefined;
}

/** The version of the language, where a version tells. */
function minorOf(version: string): number | undefined {
  const minor = [CPYTHON, FREE_THREADED, PYPY].map((form) => form.exec(version)?.[1]).find(Boolean);
  return minor === undefined ? undefined : Number(minor);
}
