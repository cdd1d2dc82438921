import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { whoMayInWords } from '../access/answer';
import { loadSetups } from '../access/load';
import { INSTALL, PUBLISH } from '../access/operations';
import type { AccessSetup } from '../access/setup';
import { commandOf } from '../arguments';
import { ExitCode, Misuse } from '../command';
import { checkoutsFrom } from '../doctor/checkouts';
import { type GeneratedWorkflow, generatedWorkflows, rolesIn } from '../doctor/expected/generated-workflow';
import { withoutTokens } from '../output/without-tokens';
import { pageOf } from './page';
import { type Source, sourcesOf } from './sources';
import { isUntold } from './who';

export const command = commandOf({
  name: 'report',
  summary: 'Write who may do what as a page, for the reviewer who signs it off',
  operands: [{ name: '[FOLDER]', description: 'Cloud assembly, or one template as JSON (default: cdk.out)' }],
  options: {
    output: {
      type: 'string',
      value: 'FILE',
      short: 'o',
      description: 'Where to write it, instead of the standard output',
    },
    'git-root': {
      type: 'string',
      value: 'FOLDER',
      description: 'The checkout that has the generated workflow files, where it is not around this folder',
    },
  },
  examples: ['report cdk.out --output report.html', 'report template.json > report.html'],
  notes:
    'The page is one file of HTML without scripts, which loads nothing. The same templates and workflow files make the ' +
    'same bytes. It ends with 3 where a policy has something that nobody can tell from there: the page says what.',
  run: async ({ output, 'git-root': gitRoot }, [folder = 'cdk.out', more], { cwd, stdout, stderr }) => {
    if (more !== undefined) throw new Misuse(`${more} is one operand too many.`);
    const sources = sourcesOf(folder, cwd);
    const answers = loadSetups(folder, cwd).map((setup) => ({
      setup,
      publish: whoMayInWords(setup, PUBLISH),
      install: whoMayInWords(setup, INSTALL),
    }));
    const found = generatedWorkflows(checkoutsFrom(cwd, gitRoot));
    const setups = answers.map(({ setup }) => setup);
    const workflows = found.filter((one) => belongs(one, setups, sources));
    const page = pageOf({ sources, answers, workflows });
    if (output === undefined) stdout(page);
    else {
      write(resolve(cwd, output), output, page);
      stderr(`${output} is written.\n`);
    }
    return answers.some(isUntold) ? ExitCode.UNDECIDED : ExitCode.YES;
  },
});

/** A checkout may have the files of other apps, too. */
function belongs(
  workflow: GeneratedWorkflow,
  setups: readonly AccessSetup[],
  sources: readonly Source[],
): boolean {
  const arns = setups.flatMap(({ identities }) => identities.map(({ arn }) => arn));
  return (
    rolesIn(workflow).some((role) => arns.includes(role)) ||
    sources.some(({ name }) => workflow.origin.startsWith(`${name}/`))
  );
}

function write(file: string, named: string, page: string): void {
  try {
    writeFileSync(file, withoutTokens(page));
  } catch (error) {
    throw new Misuse(`${named} can't be written: ${(error as NodeJS.ErrnoException).code}.`);
  }
}
