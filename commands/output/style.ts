import type { CommandContext } from '../command';

const CODES = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, cyan: 36 } as const;

export type Style = keyof typeof CODES;

/** Paints text on a terminal, and leaves it as it is elsewhere. */
export type Paint = (style: Style, text: string) => string;

export function paintFor({ color }: Pick<CommandContext, 'color'>): Paint {
  return (style, text) => (color && text ? `\u001b[${CODES[style]}m${text}\u001b[0m` : text);
}

/** Columns that a text takes: without the codes of colours. */
export function widthOf(text: string): number {
  return [...text.replaceAll(COLOR, '')].length;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: that is how a colour begins
const COLOR = /\u001b\[\d+m/g;
