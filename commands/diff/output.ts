import { exampleWords, type Line } from '../access/told/lines';
import type { Paint } from '../output/style';
import type { Move } from './moves';

/** What changed in one account. */
export interface AccountLines {
  readonly account: string;
  readonly lines: readonly Line[];
  readonly moves: readonly Omit<Move, 'account'>[];
}

const SECTIONS = [
  ['gains', 'Who gains', '+', 'red'],
  ['may gain', "Who may gain: it can't be told", '?', 'yellow'],
  ['loses', 'Who loses', '-', 'green'],
  ['may lose', "Who may lose: it can't be told", '?', 'yellow'],
] as const;

const NOBODY = 'Nobody gains, and nobody loses.';

export function asText(
  accounts: readonly AccountLines[],
  allowed: ReadonlySet<string>,
  paint: Paint,
): string {
  const blocks = accounts.flatMap(({ account, lines }) =>
    SECTIONS.flatMap(([says, title, sign, color]) => {
      const those = lines.filter((line) => line.says === says);
      if (those.length === 0) return [];
      const told = those.flatMap((line) => [
        `  ${paint(color, `${sign} ${line.text}`)}${says === 'gains' && allowed.has(line.text) ? ' (allowed)' : ''}`,
        ...(line.example ? [`      for example ${exampleWords(line.example)}`] : []),
        ...line.reasons.map((reason) => `      ${reason}`),
      ]);
      return [[paint('bold', `${title}, in ${account}`), ...told].join('\n')];
    }),
  );
  const moved = accounts.flatMap(({ account, moves }) => {
    if (moves.length === 0) return [];
    const told = moves.flatMap(({ text, result, advice }) => [
      `  ${paint('yellow', `! ${text}`)}${allowed.has(text) ? ' (allowed)' : ''}`,
      `      ${result}`,
      `      do: ${advice}`,
    ]);
    return [[paint('bold', `What moves, in ${account}`), ...told].join('\n')];
  });
  return `${[blocks.join('\n\n') || NOBODY, ...moved].join('\n\n')}\n`;
}

export function asMarkdown(accounts: readonly AccountLines[], allowed: ReadonlySet<string>): string {
  const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
  const code = (text: string) => `\`${cell(text).replaceAll('`', "'")}\``;
  const blocks = accounts.flatMap(({ account, lines }) =>
    SECTIONS.flatMap(([says, title]) => {
      const those = lines.filter((line) => line.says === says);
      if (those.length === 0) return [];
      const rows = those.map(({ does, who, text, example, reasons }) => {
        const note = says === 'gains' && allowed.has(text) ? ' (allowed)' : '';
        const why = reasons.length > 0 ? `${cell(reasons.join('; '))} ` : '';
        return `| ${cell(who)}${note} | ${cell(does)} | ${why}${example ? code(exampleWords(example)) : ''} |`;
      });
      return [
        [`### ${title}, in ${account}`, '', '| who | what | for example |', '|---|---|---|', ...rows].join(
          '\n',
        ),
      ];
    }),
  );
  const moved = accounts.flatMap(({ account, moves }) => {
    if (moves.length === 0) return [];
    const rows = moves.map(
      ({ text, result, advice }) =>
        `| ${cell(text)}${allowed.has(text) ? ' (allowed)' : ''} | ${cell(result)} | ${cell(advice)} |`,
    );
    const head = [
      `### What moves, in ${account}`,
      '',
      '| what | what comes of it | what to do |',
      '|---|---|---|',
    ];
    return [[...head, ...rows].join('\n')];
  });
  return `${[blocks.join('\n\n') || NOBODY, ...moved].join('\n\n')}\n`;
}
