import { Token, Tokenization } from 'aws-cdk-lib';

/** What stands in a string beside its tokens. */
export function literalsOf(text: string): string {
  return Tokenization.reverseString(text)
    .mapTokens({ mapToken: () => '' })
    .join({ join: (left, right) => `${left ?? ''}${right ?? ''}` });
}

/**
 * Whether only tokens can say if a string is right: it has some, and nothing beside them that IAM would
 * read as more than itself.
 */
export function isLeftToTokens(text: string): boolean {
  return Token.isUnresolved(text) && !/[*?]|\$\{/.test(literalsOf(text));
}
