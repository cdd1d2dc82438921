import type { Outcome } from './cases';
import type { Verdict } from './mutate';

const wanted = ({ case: { expect } }: Outcome) =>
  expect === 'allowed' ? 'allowed' : `refused by ${expect[0]}`;

/** A case in a line. */
export function caseLine(outcome: Outcome): string {
  const mark = outcome.passed ? 'ok  ' : 'FAIL';
  return `${mark} ${wanted(outcome).padEnd(24)} ${outcome.case.says}`;
}

/** A case that went wrong: what was expected and why, what came, and the requests with their statements. */
export function failureText(outcome: Outcome): string {
  const { says, because, expect } = outcome.case;
  const pattern = expect === 'allowed' ? '' : ` with ${expect[1]}`;
  return [
    `FAIL ${says}`,
    `  expected  ${wanted(outcome)}${pattern}, because ${because}`,
    `  got       ${indent(outcome.got)}`,
    ...outcome.requests.map((request) => `  request   ${request}`),
  ].join('\n');
}

/** A mutation in a line. */
export function mutationLine({ mutation, caughtBy }: Verdict): string {
  const mark = caughtBy ? 'ok  ' : 'FAIL';
  return `${mark} ${mutation.says}\n       caught by: ${caughtBy ?? 'nothing'}`;
}

export interface Totals {
  readonly outcomes: readonly Outcome[];
  readonly verdicts: readonly Verdict[];
  readonly seconds: number;
}

/** The tables that end a rehearsal. */
export function tables({ outcomes, verdicts, seconds }: Totals): string {
  const failures = outcomes.filter(({ passed }) => !passed);
  const passed = outcomes.length - failures.length;
  const caught = verdicts.filter(({ caughtBy }) => caughtBy).length;
  return [
    'Cases',
    ...outcomes.map(caseLine),
    '',
    ...(verdicts.length ? ['Mutations', ...verdicts.map(mutationLine), ''] : []),
    ...failures.map((failure) => `${failureText(failure)}\n`),
    `${passed} of ${outcomes.length} cases as expected, ${caught} of ${verdicts.length} mutations caught, ${seconds.toFixed(1)} s`,
  ].join('\n');
}

/** 0 where everything is as expected. */
export function exitCode({ outcomes, verdicts }: Totals): 0 | 1 {
  return outcomes.every(({ passed }) => passed) && verdicts.every(({ caughtBy }) => caughtBy) ? 0 : 1;
}

const indent = (text: string) => text.split('\n').join('\n            ');
