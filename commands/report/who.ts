import type { InWords } from '../access/answer';
import { accountWords, CAVEATS } from '../access/reference';
import type { AccessSetup } from '../access/setup';
import { sentence, type Words } from '../access/told/item';
import { code, type Html, html, listOf, section, tableOf } from './html';

/** The answers of one account. */
export interface Answers {
  readonly setup: AccessSetup;
  readonly publish: InWords;
  readonly install: InWords;
}

const ANY_WORKFLOW = 'any workflow of ';

/** The workflow of those who get in by one, or nothing. */
export function workflowWords({ before }: Words): string {
  return before === ANY_WORKFLOW ? 'any workflow' : before.replace(/, called by $/, '');
}

export function publishSection(answers: readonly Answers[]): Html {
  const tables = answers.map(({ setup, publish }) =>
    whoTable(publish, 'publish', setup, ['Who', 'By which workflow', 'When', 'What, and where', 'As']),
  );
  const widening = [...new Set(answers.flatMap(({ publish }) => publish.widening))].sort();
  const byThat = html`<h3>Who gets in by that as well</h3>
<p>No policy says so; GitHub lets them.</p>
${listOf(widening)}`;
  return section('publish', 'Who may publish', tables, widening.length > 0 ? byThat : '');
}

export function installSection(answers: readonly Answers[]): Html {
  const tables = answers.map(({ setup, install }) =>
    whoTable(install, 'install', setup, ['Who', 'By which workflow', 'When', 'From', 'As']),
  );
  return section('install', 'Who may install', tables);
}

function whoTable({ to }: InWords, verb: string, { account }: AccessSetup, titles: readonly string[]): Html {
  const caption = `Who may ${verb}, in ${accountWords(account)}: all of them`;
  const rows = to.flatMap(({ what, by, who }) =>
    sorted(who).map((words) => [
      html`${words.who}${words.further && html` <small>${words.further}</small>`}`,
      workflowWords(words) || 'no workflow',
      words.when || 'at any time',
      what,
      by ? html`the role ${code(by)}` : 'themselves',
    ]),
  );
  if (rows.length === 0) return html`<p>In ${accountWords(account)}, nobody of whom it can be told.</p>\n`;
  return tableOf(caption, titles, rows, 'who');
}

const sorted = (who: readonly Words[]) => [...who].sort((a, b) => (sentence(a) < sentence(b) ? -1 : 1));

/** What nobody can tell from the templates: never taken for a no. */
export function untoldSection(answers: readonly Answers[]): Html {
  const rows = answers.flatMap(({ setup, publish, install }) =>
    [
      { verb: 'publish', perhaps: publish.perhaps },
      { verb: 'install', perhaps: install.perhaps },
    ].flatMap(({ verb, perhaps }) =>
      perhaps.map(({ who, what, reasons }) => [
        who,
        `${verb}: ${what || 'anything'}, in ${accountWords(setup.account)}`,
        listOf(reasons),
      ]),
    ),
  );
  const unique = [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()];
  const content =
    unique.length > 0
      ? tableOf('Who perhaps may do what', ['Who', 'What', 'Why it can not be told'], unique, 'open')
      : html`<p>Nothing: all that decides who may publish and who may install could be read.</p>\n`;
  const beside = html`<h3>What was not looked at</h3>
${listOf(CAVEATS)}`;
  return section('untold', 'What could not be told', content, beside);
}

export const isUntold = ({ publish, install }: Answers) =>
  publish.perhaps.length + install.perhaps.length > 0;
