/** The lines of a script for bash, without the indentation that they have in the source. */
export function script(text: string): string {
  const lines = text.replace(/^\n/, '').trimEnd().split('\n');
  const indentation = /^ */.exec(lines[0])?.[0].length ?? 0;
  return `${lines.map((line) => line.slice(indentation)).join('\n')}\n`;
}

/** A script of several parts; those that do not apply are left out. */
export function scriptOf(...parts: (string | false | undefined)[]): string {
  return parts
    .filter((part) => typeof part === 'string')
    .map((part) => `${part.trimEnd()}\n`)
    .join('');
}
