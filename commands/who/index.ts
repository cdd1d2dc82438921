import { whoMay } from '../access/answer';
import { tokenAnswers } from '../access/assume';
import { loadSetups } from '../access/load';
import { INSTALL, PUBLISH } from '../access/operations';
import { accountWords, CAVEATS } from '../access/reference';
import type { AccessSetup } from '../access/setup';
import { commandOf, JSON_OPTION } from '../arguments';
import { APP_OPTION, assemblyFolder, folderOperand } from '../assembly-folder';
import { ExitCode, Misuse } from '../command';
import { type Paint, paintFor } from '../output/style';

type Answer = ReturnType<typeof whoMay> & { readonly account: string };
const QUESTIONS = ['publish', 'install', 'assume'] as const;

export const command = commandOf({
  name: 'who',
  summary: 'Say who can publish a package, install, or assume a role: all of them',
  operands: [
    { name: 'QUESTION', description: 'publish PACKAGE, install, or assume ROLE' },
    folderOperand('Cloud assembly, or one template as JSON'),
  ],
  options: { app: APP_OPTION, json: JSON_OPTION },
  examples: [
    'who publish acme-billing',
    'who install cdk.out --json',
    'who assume acme-publish template.json',
  ],
  notes:
    'The answer is read from templates alone. It ends with 3 where a policy has something that nobody can tell from ' +
    'there, such as the value of a parameter; it is listed then, and is never taken for a no.',
  run: async ({ app, json }, operands, { cwd, stdout, color }) => {
    const [question, ...rest] = operands;
    if (!QUESTIONS.some((one) => one === question)) {
      throw new Misuse(`QUESTION is ${question ?? 'missing'}. Allowed: ${QUESTIONS.join(', ')}.`);
    }
    const name = question === 'install' ? undefined : rest.shift();
    if (question !== 'install' && name === undefined) {
      throw new Misuse(
        `who ${question} needs ${question === 'publish' ? 'the name of a package' : 'the name of a role'}.`,
      );
    }
    const answers = loadSetups(assemblyFolder(rest, app), cwd).map((setup) => ({
      account: setup.account,
      ...answer(setup, question, name),
    }));
    if (json)
      stdout(
        `${JSON.stringify({ question, ...(name && { name }), answers, beside: CAVEATS }, undefined, 2)}\n`,
      );
    else stdout(textOf(heading(question, name), answers, paintFor({ color })));
    return answers.some(({ perhaps }) => perhaps.length > 0) ? ExitCode.UNDECIDED : ExitCode.YES;
  },
});

function answer(setup: AccessSetup, question: string | undefined, name = ''): ReturnType<typeof whoMay> {
  if (question === 'assume') return tokenAnswers(setup, name);
  if (question === 'install') return whoMay(setup, INSTALL);
  return whoMay(setup, PUBLISH, normalized(name));
}

/** @see https://packaging.python.org/en/latest/specifications/name-normalization/ */
function normalized(name: string): string {
  if (!/^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?$/.test(name)) {
    throw new Misuse(
      `${JSON.stringify(name)} is no name of a Python package. A pattern is no name: ask for one that it holds.`,
    );
  }
  return name.replace(/[-_.]+/g, '-').toLowerCase();
}

const heading = (question?: string, name?: string) =>
  question === 'install'
    ? 'Who can install'
    : question === 'publish'
      ? `Who can publish ${name}`
      : `Who can assume ${name}`;

function textOf(head: string, answers: readonly Answer[], paint: Paint): string {
  const blocks = answers.flatMap(({ account, to, perhaps, widening }) => [
    ...(to.length === 0 && perhaps.length === 0
      ? [`${paint('bold', `${head}, in ${accountWords(account)}`)}\n  nobody`]
      : []),
    ...to.map(({ what, by, who }) => {
      const where = [what && `, as ${what}`, `, in ${accountWords(account)}`, by && `, by the role ${by}`]
        .filter(Boolean)
        .join('');
      return [paint('bold', head + where), ...who.map((one) => `  ${one}`)].join('\n');
    }),
    ...(perhaps.length > 0
      ? [
          [
            paint('yellow', "Perhaps, and it can't be told"),
            ...perhaps.map(({ who, reasons }) => `  ${who}: ${reasons.join('; ')}`),
          ].join('\n'),
        ]
      : []),
    ...(widening.length > 0
      ? [[paint('bold', 'And by that'), ...widening.map((one) => `  ${one}`)].join('\n')]
      : []),
  ]);
  return `${[...blocks, [paint('bold', 'Beside'), ...CAVEATS.map((one) => `  ${one}`)].join('\n')].join('\n\n')}\n`;
}
