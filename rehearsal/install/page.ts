/** The blocks of code of a page that have a name: a comment before the fence, `<!-- NAME -->`. */
export function namedBlocks(page: string): ReadonlyMap<string, string> {
  const blocks = [...page.matchAll(/^<!-- (.+?) -->\n```\w+\n(.*?)^```$/gms)];
  return new Map(blocks.map(([, name = '', text = '']) => [name, text]));
}

/** The shell of each RUN of a Dockerfile, with what its arguments are by default and its secrets in another folder. */
export function runsOf(dockerfile: string, secrets: string): string {
  const lines = dockerfile.replaceAll(/\\\n\s*/g, '').split('\n');
  return lines
    .flatMap((line) => {
      const [, instruction, rest = ''] = /^(ARG|RUN) (.*)$/.exec(line) ?? [];
      if (instruction === 'ARG') return [rest];
      return instruction === 'RUN' ? [rest.replace(/^--mount=\S+ /, '')] : [];
    })
    .join('\n')
    .replaceAll('/run/secrets', secrets);
}
