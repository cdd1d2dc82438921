/**
 * Tokens as GitHub and AWS write them: a JSON Web Token, signed, encrypted or without a signature, and those of
 * GitHub's API.
 */
const TOKENS = /\beyJ[\w+/-]{8,}={0,2}(?:\.[\w+/-]*={0,2}){1,4}|\b(?:gh[pousr]_\w{20,}|github_pat_\w{20,})/g;

/** The text without the tokens in it: nothing that a command says holds one, wherever it came from. */
export function withoutTokens(text: string): string {
  return text.replaceAll(TOKENS, '[token]');
}
