import { Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { invalidInput } from '../../private/invalid-input';
import { isPlaceholder } from '../../private/token-text';

const SIMPLE_API = 'https://packaging.python.org/en/latest/specifications/simple-repository-api/';

/** Throws for what is no address of an index, and for one with a secret, which would stand in the file. */
export function checkToolIndex(scope: IConstruct, given: string | undefined): string | undefined {
  if (given === undefined) return undefined;
  const reason = problemOf(given);
  if (!reason) return given;
  throw invalidInput(
    {
      property: 'toolIndexUrl',
      given: given.replace(/\/\/.*@/, '//…@'),
      reason,
      allowed: "an address that asks for no credentials, as in 'https://pypi.acme.example/simple/'",
      see: SIMPLE_API,
    },
    scope,
  );
}

function problemOf(given: string): string | undefined {
  if (isPlaceholder(given)) return undefined;
  if (Token.isUnresolved(given))
    return 'is known to CloudFormation only, and the workflow file is written before';
  if (!/^https:\/\/[\w.:@%-]+(\/[\w.~%+-]+)*\/?$/.test(given)) return 'is not the address of an index';
  if (given.includes('@')) return 'has credentials, and everybody who reads the file would have them';
  return undefined;
}
