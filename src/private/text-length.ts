import type { IConstruct } from 'constructs';
import { invalidInput } from './invalid-input';
import { isKnownLater } from './token-text';

/** In characters: IAM and CodeArtifact have the same for what people read of a resource. */
const LONGEST = 1000;

/** Throws for a description or the like that is too long; what is known later passes. */
export function checkTextLength(
  place: IConstruct | string,
  property: string,
  text: string | undefined,
  see: string,
): void {
  if (text === undefined || isKnownLater(text) || text.length <= LONGEST) return;
  throw invalidInput(
    {
      property,
      given: `${text.slice(0, 40)}…`,
      reason: `is ${text.length} characters long`,
      allowed: 'up to 1,000 characters',
      see,
    },
    place,
  );
}
