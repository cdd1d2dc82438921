import type { StatementResult, TestResult } from '../../../evaluation/authorization';
import { shown } from '../../../evaluation/unknown';
import type { CommandContext } from '../../command';
import { type Paint, paintFor } from '../../output/style';
import { indented, table, wrapped } from '../../output/table';
import { visible } from '../../output/visible';
import type { Caller } from '../caller/caller';
import type { Cause } from '../causes/cause';
import { claimOf } from '../causes/causes';
import { TRUST, type TrustedRole } from '../deployed';
import type { RoleExplanation, Verdict } from '../judge';
import { noteOf } from './notes';

type Terminal = Pick<CommandContext, 'color' | 'width'>;

const COLORS = { granted: 'green', refused: 'red', undecided: 'yellow' } as const;
const MARKS = { granted: '✓', refused: '✗', undecided: '?' } as const;
const SHOWN = 6;

export function mark(verdict: Verdict, paint: Paint): string {
  return paint(COLORS[verdict], MARKS[verdict]);
}

/** `STACK, LOGICAL-ID`, and the name where it is another. */
export function titleOf({ stack, logicalId, name, isNamed }: TrustedRole): string {
  return `${stack.path}, role ${isNamed ? `${name} (${logicalId})` : logicalId}`;
}

/** A role with each statement and each of its conditions. */
export function roleText(explanation: RoleExplanation, caller: Caller, terminal: Terminal): string {
  const { role, verdict, statements, open } = explanation;
  const paint = paintFor(terminal);
  const head = `${mark(verdict, paint)} ${paint('bold', titleOf(role))}: ${verdict === 'undecided' ? "can't tell" : verdict}`;
  const parts = statements.map((statement) => indented(statementText(statement, caller, terminal), 2));
  const reasons = statements.length
    ? []
    : open.map((reason) => indented(`${paint('yellow', '?')} ${reason}`, 2));
  return [head, ...parts, ...reasons].join('\n');
}

function statementText(statement: StatementResult, caller: Caller, terminal: Terminal): string {
  const { label, effect, provider, tests, applies } = statement;
  const paint = paintFor(terminal);
  const verdict = applies === undefined ? 'may apply' : applies ? 'applies' : 'does not apply';
  const rows = [
    ['', 'CONDITION', 'TRUSTED', 'GIVEN'].map((title) => paint('dim', title)),
    ...[provider, ...tests].map((test) => row(test, caller, paint)),
  ];
  const title = `${label.replace(`${TRUST}, `, '')}${effect === 'Deny' ? ' (Deny)' : ''} ${verdict}`;
  return [title, indented(table(rows, terminal.width && terminal.width - 4), 2)].join('\n');
}

function row(test: TestResult, caller: Caller, paint: Paint): string[] {
  const { operator, key, values, actual, holds } = test;
  const isProvider = key === 'provider';
  const text = (value: string) => visible(isProvider ? short(shown(value)) : shown(value));
  const note = noteOf(test, caller);
  return [
    mark(holds === undefined ? 'undecided' : holds ? 'granted' : 'refused', paint),
    isProvider ? key : `${claimOf(key)} ${paint('dim', operator)}`,
    few(values.map(text), actual && text(actual)).join('\n'),
    [givenText(test, text), ...(note ? [paint('yellow', `(${note})`)] : [])].join('\n'),
  ];
}

function givenText({ actual, holds }: TestResult, text: (value: string) => string): string {
  if (actual !== undefined) return text(actual);
  return holds === undefined ? 'not known' : 'absent';
}

/** A provider without what all of them begin with. */
function short(arn: string): string {
  return arn.replace(/^arn:[^:]+:iam::(\w*):oidc-provider\//, (_all, account: string) =>
    /^0+$/.test(account) ? '' : `${account} `,
  );
}

/** Of many values those that matter: what is given, or what is like it. */
function few(values: readonly string[], actual = ''): string[] {
  if (values.length <= SHOWN) return [...values];
  const near = (value: string) =>
    value === actual ? 0 : value.split(':')[1] === actual.split(':')[1] ? 1 : 2;
  const sorted = [...values].sort((a, b) => near(a) - near(b));
  return [...sorted.slice(0, SHOWN - 1), `and ${values.length - SHOWN + 1} more`];
}

/** What is wrong, where, why, and what to write: in the form of the messages of a compiler. */
export function causeText(cause: Cause, place: string, terminal: Terminal): string {
  const paint = paintFor(terminal);
  const line = (begin: string, text: string) => {
    const [first = '', ...others] = wrapped(text, terminal.width && terminal.width - begin.length);
    return [begin + first, ...others.map((other) => ' '.repeat(begin.length) + other)].join('\n');
  };
  return [
    `${paint('red', `refused[${cause.id}]`)}: ${paint('bold', cause.title)}`,
    `  ${paint('cyan', '-->')} ${place}`,
    line('   | ', visible(cause.trusted)),
    line('   | ', visible(cause.has)),
    line('   = do: ', cause.remedy),
    `   = see: ${visible(cause.command)}`,
  ].join('\n');
}
