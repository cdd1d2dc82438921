import * as fc from 'fast-check';

/** What IAM, GitHub, Git or a shell reads as more than itself, among plain letters. */
const CHARACTERS = [
  ...'acmeXY09-._/*?$',
  '{',
  '}',
  ':',
  '@',
  '!',
  '[',
  ']',
  '+',
  '%',
  '~',
  '^',
  '\\',
  ' ',
  '\n',
];

/** Texts that an attacker, or a typing error, could put where a name belongs. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: fc.constantFrom(...CHARACTERS), maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 8 }),
);

/** Calls with the input, and gives undefined where it is refused with a message about the input. */
export function accepted<T>(call: () => T): T | undefined {
  try {
    return call();
  } catch (error) {
    const { message } = error as Error;
    if (!/^[\w.]+( \w+)?(\[\d+\])? "/.test(message)) throw error;
    return undefined;
  }
}
