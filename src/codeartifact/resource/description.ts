import type { IConstruct } from 'constructs';
import { invalidInput } from '../../private/invalid-input';
import { isKnownLater } from '../../private/token-text';

/**
 * Throws for a text that is too long for the description or contact of a repository or package group; a token passes.
 *
 * @param action what CodeArtifact calls the making of it
 */
export function checkDescriptions(
  scope: IConstruct,
  action: 'CreateRepository' | 'CreatePackageGroup',
  texts: { readonly [property: string]: string | undefined },
): void {
  for (const [property, text] of Object.entries(texts)) {
    if (text === undefined || isKnownLater(text) || text.length <= 1000) continue;
    throw invalidInput(
      {
        property,
        given: `${text.slice(0, 40)}…`,
        reason: `is ${text.length} characters long`,
        allowed: 'up to 1,000 characters',
        see: `https://docs.aws.amazon.com/codeartifact/latest/APIReference/API_${action}.html`,
      },
      scope,
    );
  }
}
