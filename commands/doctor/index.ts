import { commandOf, JSON_OPTION } from '../arguments';
import { openAssembly } from '../assembly';
import { APP_OPTION, assemblyFolder, folderOperand } from '../assembly-folder';
import { type CommandContext, ExitCode } from '../command';
import { type Programs, programsOf } from '../programs';
import { checkoutsFrom } from './checkouts';
import { Examination } from './examination';
import { generatedWorkflows } from './expected/generated-workflow';
import { fewAtOnce, inspect } from './inspect';
import { asJson, asText } from './report';

/** The command, with the programs that it asks. */
export function doctorWith(programs: (context: CommandContext) => Programs) {
  return commandOf({
    name: 'doctor',
    summary: 'Look at all that must be true on GitHub and in AWS after `cdk deploy`',
    operands: [folderOperand('Cloud assembly that was deployed')],
    options: {
      app: APP_OPTION,
      'git-root': {
        type: 'string',
        value: 'FOLDER',
        description: 'The checkout that has the generated workflow files, where it is not around this folder',
      },
      region: { type: 'string', description: 'The Region of a stack that is for any' },
      token: {
        type: 'boolean',
        description:
          'Ask for a real authorization token of 15 minutes as well, which changes nothing and is shown to nobody',
      },
      json: JSON_OPTION,
    },
    examples: ['doctor', 'doctor cdk.out --token', 'doctor --json > findings.json'],
    notes:
      'It asks through `gh` and `aws`, as the person who is logged in to them, and changes nothing. What that person may\n' +
      'not see is said, and is no finding.',
    run: async (values, operands, context) => {
      const folder = assemblyFolder(operands, values.app);
      const checkouts = checkoutsFrom(context.cwd, values['git-root']);
      const examination = new Examination((text) => context.stderr(`${text}\n`));
      await inspect(
        {
          stacks: openAssembly(folder, context.cwd),
          workflows: generatedWorkflows(checkouts),
          checkouts,
          programs: fewAtOnce(programs(context)),
          region: values.region ?? context.env.AWS_REGION ?? context.env.AWS_DEFAULT_REGION,
          withToken: values.token,
        },
        examination,
      );
      context.stdout(values.json ? asJson(examination) : asText(examination, context));
      return exitCodeOf(examination);
    },
  });
}

function exitCodeOf({ seen }: Examination): ExitCode {
  if (seen.some(({ state }) => state === 'finding')) return ExitCode.NO;
  if (seen.length === 0 || seen.some(({ state }) => state === 'unseen')) return ExitCode.UNDECIDED;
  return ExitCode.YES;
}

export const command = doctorWith(programsOf);
