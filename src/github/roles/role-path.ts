import { invalidInput } from '../../private/invalid-input';
import { isKnownLater } from '../../private/token-text';

const LONGEST = 512;
const ROLE_PATH = /^\/([!-~]+\/)?$/;

/** Throws for a path that IAM would not take; what is known later passes. */
export function checkRolePath(place: string, path: string | undefined): void {
  if (path === undefined || isKnownLater(path)) return;
  if (path.length <= LONGEST && ROLE_PATH.test(path)) return;
  const suggestion = `/${path.replace(/^\/+|\/+$/g, '')}/`;
  throw invalidInput(
    {
      property: 'rolePath',
      given: path,
      reason: path.length > LONGEST ? `has ${path.length} characters` : 'is not a path that IAM accepts',
      allowed: `a slash, or characters without spaces between two slashes, up to ${LONGEST} in all, as in '/publishers/'`,
      instead:
        suggestion.length <= LONGEST && /^\/[\w+=,.@/-]+\/$/.test(suggestion) ? `'${suggestion}'` : undefined,
      see: 'https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html',
    },
    place,
  );
}
