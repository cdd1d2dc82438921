import { Misuse } from '../../command';

const TOKEN = /^[\w+/-]+={0,2}\.([\w+/-]+={0,2})(\.[\w+/-]*={0,2})?$/;

/** Whether a text looks like a JSON Web Token, with its signature or without. */
export function isToken(text: string): boolean {
  return text.startsWith('eyJ') && TOKEN.test(text);
}

/** What a command says of a token that was pasted behind it: shells and lists of processes keep such a line. */
export const NOT_ON_THE_LINE =
  'Write it to a file and name that, or give it to the standard input, with --claims -: the shell keeps a line that was typed.';

/** Whether an argument is a token, and no name of a file. */
export function isPastedToken(argument: string): boolean {
  return isToken(argument.replace(/^bearer\s+/i, '').trim());
}

/** The claims of a JSON Web Token. Its signature is not looked at: AWS does that. No error holds any part of it. */
export function claimsOfToken(token: string, from: string): Record<string, unknown> {
  const [, payload = ''] = TOKEN.exec(token) ?? [];
  // Both alphabets of base64 are read, with padding or without.
  const claims = parse(Buffer.from(payload, 'base64url').toString('utf8'));
  if (claims === undefined) {
    throw new Misuse(
      `${from} is a JSON Web Token whose second part holds no JSON. It may have been cut off.`,
    );
  }
  return claims;
}

function parse(text: string): Record<string, unknown> | undefined {
  try {
    const value = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
