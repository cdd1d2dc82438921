import { Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { invalidInput } from '../../private/invalid-input';
import { isPlaceholder } from '../../private/token-text';

/** The version of Python that builds a package unless another one is asked for. */
export const DEFAULT_PYTHON = '3.13';

/** The first version of Python 3 that is supported, since October 2026. */
const FIRST_SUPPORTED_MINOR = 11;

/** Throws for what actions/setup-python would not read as a version of Python, or as one that is too old. */
export function checkPythonVersion(scope: IConstruct, property: string, version: string): void {
  const reason = problemOf(version);
  if (!reason) return;
  throw invalidInput(
    {
      property,
      given: version,
      reason,
      allowed: "a version of CPython from 3.9 on, as in '3.13' or '3.13.7'",
      instead: version === '3.1' ? "'3.10', which YAML reads as a number without quotes" : undefined,
      see: 'https://devguide.python.org/versions/',
    },
    scope,
  );
}

/** Whether a version, which has been checked, gets no security fixes any more. */
export function isOutOfSupport(version: string): boolean {
  return Number(version.split('.')[1]) < FIRST_SUPPORTED_MINOR;
}

function problemOf(version: string): string | undefined {
  if (isPlaceholder(version)) return undefined;
  if (Token.isUnresolved(version))
    return 'is known to CloudFormation only, and the workflow file is written before';
  const minor = /^3\.(\d{1,2})(\.\d{1,2})?$/.exec(version)?.[1];
  if (minor === undefined) return 'is not a version of Python';
  return Number(minor) < 9 ? 'is older than what the tools run on' : undefined;
}
