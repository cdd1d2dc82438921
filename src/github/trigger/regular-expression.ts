/** What each part of a regular expression is in a pattern of GitHub's, in the order in which they are looked for. */
const PARTS: [RegExp, string][] = [
  [/^\^|\$$/g, ''],
  [/\((?:\?:)?|\)/g, ''],
  [/(?:\\[dw]|\[(?:0-9|a-z|A-Z|\\d|\\w)+\]|(?<!\\)\.)(?:[+*]\??|\{[0-9,]+\})/g, '*'],
  [/\\[dw]|\[(?:0-9|\\d)\]/g, '*'],
  [/\\([.\-/_])/g, '$1'],
];

/** The pattern that somebody meant who wrote a regular expression for a tag; nothing where it says more than a pattern can. */
export function patternOfRegExp(text: string): string | undefined {
  if (!/^\^|\$$|\\[dw.]|\[0-9\][+*]|\.\+/.test(text) || text.length > 200) return undefined;
  const pattern = PARTS.reduce((rest, [part, instead]) => rest.replace(part, instead), text).replace(
    /\*{2,}/g,
    '*',
  );
  return /^[\w.*@/=-]+$/.test(pattern) ? pattern : undefined;
}
