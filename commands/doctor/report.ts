import type { CommandContext } from '../command';
import { json } from '../output/json';
import { paintFor } from '../output/style';
import { indented, table, wrapped } from '../output/table';
import type { Examination, Seen } from './examination';
import { FINDINGS } from './findings';

type Finding = Extract<Seen, { state: 'finding' }>;
type Unseen = Extract<Seen, { state: 'unseen' }>;

/** What was found, as JSON. */
export function asJson({ seen }: Examination): string {
  const of = (state: Seen['state']) =>
    seen.filter((one) => one.state === state).map(({ state: _state, ...rest }) => rest);
  const report = { findings: of('finding'), unseen: of('unseen'), right: of('right') };
  return json(report);
}

/** A line for each thing that was looked at, then what was found and what to do, then what could not be seen. */
export function asText({ seen }: Examination, context: Pick<CommandContext, 'color' | 'width'>): string {
  const paint = paintFor(context);
  const marks = { right: paint('green', '✓'), finding: paint('red', '✗'), unseen: paint('yellow', '?') };
  const rows = seen.map((one) => [
    marks[one.state],
    one.subject,
    `${one.what}${one.state === 'finding' ? `: ${FINDINGS[one.id]}` : ''}`,
  ]);
  const findings = seen.filter((one): one is Finding => one.state === 'finding');
  const unseen = seen.filter((one): one is Unseen => one.state === 'unseen');
  const part = (text: string) => indented(wrapped(text, context.width && context.width - 2).join('\n'), 2);
  const sections = [
    table(rows, context.width),
    ...findings.map(({ subject, id, says, remedy }) =>
      [`${marks.finding} ${paint('bold', `${subject}: ${FINDINGS[id]}`)}`, part(says), part(remedy)].join(
        '\n',
      ),
    ),
    ...reasons(unseen).map(([why, whats]) =>
      [`${marks.unseen} ${paint('bold', `Not looked at: ${whats.join('; ')}`)}`, part(why)].join('\n'),
    ),
    summary(seen.length, findings.length, unseen.length),
  ];
  return `${sections.join('\n\n')}\n`;
}

/** What could not be seen, by the reason, which is often one for many. */
function reasons(unseen: readonly Unseen[]): [why: string, whats: string[]][] {
  const byReason = new Map<string, string[]>();
  for (const { subject, what, why } of unseen) {
    byReason.set(why, [...(byReason.get(why) ?? []), `${subject}, ${what}`]);
  }
  return [...byReason];
}

function summary(looks: number, findings: number, unseen: number): string {
  const counted = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`;
  const rest = unseen > 0 ? `, ${unseen} not looked at` : '';
  return `${counted(looks, 'look')}, ${counted(findings, 'finding')}${rest}.`;
}
