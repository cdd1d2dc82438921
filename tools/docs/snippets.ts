/** A piece of TypeScript in a page, with the line that it begins on. */
export interface Snippet {
  readonly page: string;
  readonly line: number;
  readonly code: string;
}

/** The pieces of TypeScript in a page, those of lists too. */
export function snippetsIn(page: string, text: string): Snippet[] {
  return [...text.matchAll(/^( *)```ts\n([\s\S]*?)^\1```$/gm)].map((match) => ({
    page,
    line: text.slice(0, match.index).split('\n').length + 1,
    code: match[2].replaceAll(new RegExp(`^${match[1]}`, 'gm'), ''),
  }));
}

/** A snippet as a file of its own, between what stands above and below each of them, and the line that it begins on. */
export function inFixture({ code }: Snippet, fixture: string): { text: string; offset: number } {
  const [above, below] = fixture.split('/// here\n');
  if (below === undefined) throw new Error('The fixture has no line "/// here"');
  // What stands above may begin a function, where nothing can be imported.
  const imports = code.match(IMPORT) ?? [];
  const rest = code.replaceAll(IMPORT, (text) => text.replaceAll(/[^\n]/g, ''));
  return {
    text: `${above}${rest}${below}\n${imports.join('\n')}\nexport {};\n`,
    offset: above.split('\n').length - 1,
  };
}

const IMPORT = /^import [^;]*;$/gm;
