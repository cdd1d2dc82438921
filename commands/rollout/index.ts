import { commandOf, JSON_OPTION } from '../arguments';
import { openAssembly } from '../assembly';
import { APP_OPTION, assemblyFolder, folderOperand } from '../assembly-folder';
import { type CommandContext, ExitCode } from '../command';
import { checkoutsFrom } from '../doctor/checkouts';
import { generatedWorkflows } from '../doctor/expected/generated-workflow';
import { hostOf } from '../doctor/expected/trusted-role';
import { GitHub } from '../github/github';
import { json } from '../output/json';
import { CannotLook, type Programs, programsOf } from '../programs';
import { type FileToRollOut, filesToRollOut, publishingIn } from './plan';
import { pullRequest } from './pull-request';

/** The command, with the programs that it asks. */
export function rolloutWith(programs: (context: CommandContext) => Programs) {
  return commandOf({
    name: 'rollout',
    summary: 'Print the workflow files that publishers lack, or open pull requests with them',
    operands: [folderOperand('Cloud assembly')],
    options: {
      'pull-request': {
        type: 'boolean',
        description: 'Open a pull request in each repository. `gh` needs the scope `workflow`',
      },
      repository: {
        type: 'string',
        multiple: true,
        value: 'NAME',
        description: 'A repository of an organization that publishes as a whole, as OWNER/REPOSITORY',
      },
      app: APP_OPTION,
      'git-root': {
        type: 'string',
        value: 'FOLDER',
        description: 'The checkout that has the generated workflow files, where it is not around this folder',
      },
      json: JSON_OPTION,
    },
    examples: ['rollout', 'rollout --pull-request', 'rollout --repository acme/new-sdk'],
    notes:
      'It asks through `gh`, as the person who is logged in to it. Nothing is changed without --pull-request.',
    run: async (values, operands, context) => {
      const folder = assemblyFolder(operands, values.app);
      const workflows = generatedWorkflows(checkoutsFrom(context.cwd, values['git-root']));
      const publishing = publishingIn(openAssembly(folder, context.cwd), workflows, values.repository);
      const results: Result[] = [];
      for (const one of publishing) {
        const host = hostOf(one.issuer);
        const github = new GitHub(programs(context), host === 'github.com' ? undefined : host);
        const { name } = one.repository;
        context.stderr(`${name} …\n`);
        try {
          const files = await filesToRollOut(github, one);
          const opens = values['pull-request'] && files.length > 0;
          const url = opens ? await pullRequest(github, name, one.workflow.origin, files) : undefined;
          results.push({ repository: name, files, pullRequest: url });
        } catch (error) {
          if (!(error instanceof CannotLook)) throw error;
          results.push({ repository: name, files: [], why: error.message });
        }
      }
      context.stdout(values.json ? asJson(results) : results.map(asText).join(''));
      return tell(results, values['pull-request'], context);
    },
  });
}

/** What became of one repository. */
interface Result {
  readonly repository: string;
  readonly files: readonly FileToRollOut[];
  readonly pullRequest?: string;
  /** Why it could not be looked at, or not be changed. */
  readonly why?: string;
}

function asJson(results: readonly Result[]): string {
  const shown = results.map(({ files, ...result }) => ({
    ...result,
    files: files.map(({ path, text, differs }) => ({ path, text, differs })),
  }));
  return json(shown);
}

function asText({ repository, files, pullRequest: url }: Result): string {
  if (url !== undefined) return `${repository}: ${url}\n`;
  return files
    .map(
      ({ path, text, differs }) =>
        `==> ${repository} ${path} (${differs === undefined ? 'missing' : differs}) <==\n${text}\n`,
    )
    .join('');
}

function tell(results: readonly Result[], opened: boolean, { stderr }: CommandContext): ExitCode {
  for (const { repository, why } of results) {
    if (why !== undefined) stderr(`${repository}: ${why}\n`);
  }
  const open = results.filter(({ files }) => files.length > 0);
  if (results.length === 0) {
    stderr(
      'No publisher with generated workflow files is found. Run `npx cdk synth` outside of CI, or say --git-root.\n',
    );
    return ExitCode.UNDECIDED;
  }
  if (open.length > 0 && !opened) {
    stderr(
      `${open.length} of ${results.length} repositories lack files. Nothing is changed: commit these, or run this again with --pull-request.\n`,
    );
    return ExitCode.NO;
  }
  return results.some(({ why }) => why !== undefined) ? ExitCode.UNDECIDED : ExitCode.YES;
}

export const command = rolloutWith(programsOf);
