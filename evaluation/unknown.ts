/** What begins and ends an unknown part of a text: characters that no template has. */
const [BEGIN, END] = ['\ue000', '\ue001'];
const PART = /\ue000([^\ue000\ue001]*)\ue001/g;

/** Text that only the deployment knows, and what it depends on: part of a longer text, or all of it. */
export function unknown(why: string): string {
  return `${BEGIN}${shown(why)}${END}`;
}

export function isUnknown(text: string): boolean {
  return text.includes(BEGIN as string);
}

/** The text with a pattern of IAM in the place of what is unknown in it. */
export function asPattern(text: string): string {
  return text.replaceAll(PART, '*');
}

/** What the unknown parts of a text depend on. */
export function unknownParts(text: string): string[] {
  return [...text.matchAll(PART)].map(([, why]) => why as string);
}

/** The text for people: what is unknown stands in angle brackets. */
export function shown(text: string): string {
  return text.replaceAll(PART, '<$1>');
}
