import { Token, Tokenization } from 'aws-cdk-lib';

/** Whether a text is, or has, what stands for a value that the CDK CLI looks up for the next pass. */
export function isPlaceholder(text: unknown): boolean {
  return typeof text === 'string' && text.includes('dummy-value-for-');
}

/** What stands in a string beside its tokens, with a text in the place of each token. */
export function literalsOf(text: string, standIn = ''): string {
  return Tokenization.reverseString(text)
    .mapTokens({ mapToken: () => standIn })
    .join({ join: (left, right) => `${left ?? ''}${right ?? ''}` });
}

/**
 * Whether only tokens can say if a string is right: it has some, and nothing beside them that IAM would
 * read as more than itself.
 */
export function isLeftToTokens(text: string): boolean {
  return Token.isUnresolved(text) && !/[*?]|\$\{/.test(literalsOf(text));
}
