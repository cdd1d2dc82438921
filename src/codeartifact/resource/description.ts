import type { IConstruct } from 'constructs';
import { invalidInput } from '../../private/invalid-input';
import { isKnownLater } from '../../private/token-text';

/** Throws for a text that is too long for the description or contact of a repository or package group; a token passes. */
export function checkDescription(scope: IConstruct, description?: string, property = 'description'): void {
  if (description === undefined || isKnownLater(description) || description.length <= 1000) return;
  throw invalidInput(
    {
      property,
      given: `${description.slice(0, 40)}…`,
      reason: `is ${description.length} characters long`,
      allowed: 'up to 1,000 characters',
      see: 'https://docs.aws.amazon.com/codeartifact/latest/APIReference/API_CreateRepository.html',
    },
    scope,
  );
}
