import { widthOf } from './style';

const GAP = '  ';

/**
 * Rows in aligned columns, without borders, as `gh` prints them. A cell can have several lines. Where a terminal is
 * too narrow, the last column goes on in lines of its own.
 */
export function table(rows: readonly (readonly string[])[], width?: number): string {
  const widths: number[] = [];
  for (const row of rows) {
    row.slice(0, -1).forEach((cell, i) => {
      widths[i] = Math.max(widths[i] ?? 0, ...cell.split('\n').map(widthOf));
    });
  }
  const taken = (columns: number) =>
    widths.slice(0, columns).reduce((sum, column) => sum + column + GAP.length, 0);
  return rows
    .flatMap((row) => {
      const last = wrapped(row.at(-1) ?? '', width && width - taken(row.length - 1));
      const cells = [...row.slice(0, -1).map((cell) => cell.split('\n')), last];
      const height = Math.max(...cells.map((lines) => lines.length));
      return Array.from({ length: height }, (_, line) =>
        cells.map((lines, i) => padded(lines[line] ?? '', widths[i] ?? 0)).join(GAP),
      );
    })
    .map((line) => line.trimEnd())
    .join('\n');
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
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
