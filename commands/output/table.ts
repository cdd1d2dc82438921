import { widthOf } from './style';

const GAP = '  ';

/**
 * Rows in aligned columns, without borders, as `gh` prints them. Where a terminal is too narrow, the last column
 * goes on in lines of its own.
 */
export function table(rows: readonly (readonly string[])[], width?: number): string {
  const widths: number[] = [];
  for (const row of rows) {
    row.slice(0, -1).forEach((cell, i) => {
      widths[i] = Math.max(widths[i] ?? 0, widthOf(cell));
    });
  }
  return rows
    .flatMap((row) => {
      const head = row
        .slice(0, -1)
        .map((cell, i) => cell + ' '.repeat((widths[i] as number) - widthOf(cell)) + GAP)
        .join('');
      const [first = '', ...others] = wrapped(row.at(-1) ?? '', width && width - widthOf(head));
      return [head + first, ...others.map((line) => ' '.repeat(widthOf(head)) + line)];
    })
    .map((line) => line.trimEnd())
    .join('\n');
}

/** A table that is set in by two. */
export function listed(rows: readonly (readonly string[])[], width?: number): string {
  return indented(table(rows, width && width - 2), 2);
}

export function indented(text: string, by: number): string {
  return text.replaceAll(/^(?=.)/gm, ' '.repeat(by));
}

/** Lines of words that fit; a longer word has a line of its own. */
export function wrapped(text: string, width?: number): string[] {
  if (!width || width < 20) return text.split('\n');
  return text.split('\n').flatMap((line) => {
    const lines: string[] = [];
    let current = '';
    for (const word of line.split(' ')) {
      if (current && widthOf(current) + 1 + widthOf(word) > width) {
        lines.push(current);
        current = word;
      } else current = current ? `${current} ${word}` : word;
    }
    return [...lines, current];
  });
}
