import type { IConstruct } from 'constructs';
import { checkTextLength } from '../../private/text-length';

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
  const see = `https://docs.aws.amazon.com/codeartifact/latest/APIReference/API_${action}.html`;
  for (const [property, text] of Object.entries(texts)) checkTextLength(scope, property, text, see);
}
