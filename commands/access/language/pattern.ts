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

const isMany = (element: Element | undefined) => element === MANY || element === MANY_OF_PART;
const isChar = (element: Element) => element.length <= 2;

/** Whether it is plain from their ends that no text matches both. */
export function areApart(one: Pattern, other: Pattern): boolean {
  return (
    headsDiffer(one, other, (pattern, index) => pattern[index]) ||
    headsDiffer(one, other, (p, i) => p.at(-1 - i))
  );
}

function headsDiffer(
  one: Pattern,
  other: Pattern,
  at: (pattern: Pattern, index: number) => Element | undefined,
): boolean {
  for (let index = 0; ; index++) {
    const [a, b] = [at(one, index), at(other, index)];
    if (isMany(a) || isMany(b) || (a === undefined && b === undefined)) return false;
    if (a === undefined || b === undefined) return true;
    if (isChar(a) && isChar(b) && a !== b) return true;
  }
}

/** Whether it is plain that whatever matches the one matches the other. */
export function isWithin(one: Pattern, other: Pattern): boolean {
  const isOpen = other.at(-1) === MANY;
  const head = isOpen ? other.length - 1 : other.length;
  if (isOpen ? one.length < head : one.length !== head) return false;
  for (let index = 0; index < head; index++) if (one[index] !== other[index]) return false;
  return true;
}

/** A pattern as it is written. */
export function textOf(pattern: Pattern): string {
  return pattern
    .map((element) => (isMany(element) ? '*' : element === ONE || element === ONE_OF_PART ? '?' : element))
    .join('');
}
