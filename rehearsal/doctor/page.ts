/** What became of one fault, for the docs. */
export interface Row {
  /** What was done. */
  readonly what: string;
  /** What is found. */
  readonly says: string;
  readonly remedy: string;
}

const BEGIN = '<!-- faults: written by the test -->';
const END = '<!-- /faults -->';

/** The page with a row for each fault. */
export function pageWith(page: string, rows: readonly Row[]): string {
  const begin = page.indexOf(BEGIN);
  const end = page.indexOf(END);
  if (begin < 0 || end < begin) throw new Error('docs/doctor.md has no place for the faults');
  const lines = rows.map(({ what, says, remedy }) => `| ${[what, says, remedy].map(cell).join(' | ')} |`);
  const table = ['| what was done | what is found | what to do |', '| --- | --- | --- |', ...lines].join(
    '\n',
  );
  return `${page.slice(0, begin)}${BEGIN}\n\n${table}\n\n${page.slice(end)}`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('<', '&lt;').replaceAll('\n', ' ');
}
