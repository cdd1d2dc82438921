/** One step of a pattern: a character as it is, or one of the wildcards below, whose names are longer than that. */
export type Element = string;

/** `?`: one character, whichever. */
export const ONE: Element = 'one';
/** `*`: any run of characters. */
export const MANY: Element = 'many';
/** `?` and `*` within one part of an ARN, which a colon ends. */
export const ONE_OF_PART: Element = 'one of a part';
export const MANY_OF_PART: Element = 'many of a part';

export type Pattern = readonly Element[];

/** A text that means itself, as `StringEquals` reads it. */
export function literal(text: string): Pattern {
  return [...text];
}

/** `*` and `?` as `StringLike` reads them. */
export function like(text: string): Pattern {
  return wildcards(text, ONE, MANY);
}

/** A resource as an identity or resource policy names it; none where it can't be that of any ARN. */
export function arnLike(text: string): Pattern | undefined {
  if (text === '*') return [MANY];
  const parts = text.split(':');
  if (parts.length < 6 || parts[0] !== 'arn') return undefined;
  const head = parts.slice(0, 5).map((part) => wildcards(part, ONE_OF_PART, MANY_OF_PART));
  return [...head.flatMap((part) => [...part, ':']), ...like(parts.slice(5).join(':'))];
}

function wildcards(text: string, one: Element, many: Element): Element[] {
  const elements = [...text].map((char) => (char === '*' ? many : char === '?' ? one : char));
  return elements.filter((element, index) => element !== many || elements[index - 1] !== many);
}
