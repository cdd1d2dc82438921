import { Lazy, Token, Tokenization } from 'aws-cdk-lib';

/**
 * What `StringParameter.valueFromLookup` gives in the first pass of a synthesis, before the CDK CLI has looked the
 * value up.
 *
 * @see https://docs.aws.amazon.com/cdk/v2/guide/get-context-var.html
 */
const PLACEHOLDER = /dummy-value-for-[\w./-]*/g;

const WHOLE_TOKEN = /^\$\{Token\[[\w:.-]+\]\}$/;

/** Whether a text is, or has, what stands for a value that the CDK CLI looks up for the next pass. */
export function isPlaceholder(text: unknown): boolean {
  return typeof text === 'string' && text.includes('dummy-value-for-');
}

/** Whether only a later pass or the deployment knows a value. */
export function isKnownLater(value: unknown): boolean {
  return Token.isUnresolved(value) || isPlaceholder(value);
}

/** What stands in a string beside its tokens and placeholders, with a text in the place of each. */
export function literalsOf(text: string, standIn = ''): string {
  const withoutTokens = Token.isUnresolved(text)
    ? Tokenization.reverseString(text)
        .mapTokens({ mapToken: () => standIn })
        .join({ join: (left, right) => `${left ?? ''}${right ?? ''}` })
    : text;
  return withoutTokens.replace(PLACEHOLDER, standIn);
}

/**
 * Whether only what is known later can say if a string is right: it has some of that, and nothing beside it that
 * IAM would read as more than itself.
 */
export function isLeftToTokens(text: string): boolean {
  // Most texts with a token are just that, and taking one apart takes long.
  if (WHOLE_TOKEN.test(text)) return true;
  return isKnownLater(text) && !/[*?]|\$\{/.test(literalsOf(text));
}

/** A text as it is, and a placeholder as a token, for a part of the CDK that would refuse it. */
export function placeholderAsToken<T extends string | undefined>(text: T): T {
  return isPlaceholder(text) ? (Lazy.string({ produce: () => text }) as T) : text;
}
