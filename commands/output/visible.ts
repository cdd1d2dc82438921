/** What moves a cursor, begins a line or turns the direction of writing. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** The text with what nobody sees in it as escapes: what others wrote makes no line and no colour of its own. */
export function visible(text: string): string {
  return text.replaceAll(UNSEEN, escaped);
}

/** The code point of a character, as Unicode writes it. */
export function codePoint(character: string): string {
  return `U+${hexadecimal(character).toUpperCase().padStart(4, '0')}`;
}

function escaped(character: string): string {
  return `\\u{${hexadecimal(character)}}`;
}

function hexadecimal(character: string): string {
  return (character.codePointAt(0) as number).toString(16);
}
