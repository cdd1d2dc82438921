import { commandOf } from '../arguments';
import { type CommandContext, ExitCode, Misuse } from '../command';
import { GitHub } from '../github/github';
import { CannotLook, type Programs, programsOf } from '../programs';

/** A repository as GitHub names it, with its ids. */
interface Named {
  readonly id: number;
  readonly full_name: string;
  readonly archived?: boolean;
  readonly owner: { readonly id: number };
}

type Line = (repository: Named) => string;

const LANGUAGES: Readonly<Record<string, Line>> = {
  typescript: ({ full_name, id, owner }) =>
    `GitHubPublisher.repository('${full_name}', { ownerId: '${owner.id}', repositoryId: '${id}' }),`,
  python: ({ full_name, id, owner }) =>
    `GitHubPublisher.repository("${full_name}", owner_id="${owner.id}", repository_id="${id}"),`,
};

/** The command, with the programs that it asks. */
export function idsWith(programs: (context: CommandContext) => Programs) {
  return commandOf({
    name: 'ids',
    summary: 'Print publishers with their ids on GitHub, as lines of the CDK app',
    operands: [
      {
        name: 'NAME…',
        description:
          'OWNER/REPOSITORY, or an organization, which stands for those of its repositories that are not archived',
      },
    ],
    options: {
      language: {
        type: 'string',
        default: 'typescript',
        description: `Of the CDK app: ${Object.keys(LANGUAGES).join(' or ')}`,
      },
      hostname: { type: 'string', value: 'HOST', description: 'The host of a GitHub of your own' },
    },
    examples: ['ids acme/orders-sdk acme/billing-sdk', 'ids acme --language python'],
    notes: 'It asks through `gh`, as the person who is logged in to it.',
    run: async ({ language, hostname }, names, context) => {
      const line = Object.hasOwn(LANGUAGES, language) ? LANGUAGES[language] : undefined;
      if (!line) throw new Misuse(`--language ${language} is none of ${Object.keys(LANGUAGES).join(', ')}.`);
      if (names.length === 0) throw new Misuse('No repository and no organization is named.');
      const strange = names.find((name) => !/^[\w.-]+(\/[\w.-]+)?$/.test(name));
      if (strange !== undefined)
        throw new Misuse(`${strange} is neither OWNER/REPOSITORY nor an organization.`);
      const github = new GitHub(programs(context), hostname);
      let code = ExitCode.YES;
      for (const name of names) {
        try {
          const found = name.includes('/') ? ofRepository(github, name) : ofOrganization(github, name);
          for await (const repositories of found)
            context.stdout(repositories.map((one) => `${line(one)}\n`).join(''));
        } catch (error) {
          if (!(error instanceof CannotLook || error instanceof Absent)) throw error;
          context.stderr(`${name}: ${error.message}\n`);
          code = error instanceof CannotLook ? ExitCode.UNDECIDED : Math.max(code, ExitCode.NO);
          if (error instanceof CannotLook) break;
        }
      }
      return code;
    },
  });
}

/** What GitHub does not have. */
class Absent extends Error {}

async function* ofRepository(github: GitHub, name: string): AsyncGenerator<readonly Named[]> {
  const { status, body } = await github.get<Named>(`repos/${name}`);
  if (status !== 200)
    throw new Absent('GitHub has none of that name that the account gh is logged in to may see.');
  yield [body];
}

async function* ofOrganization(github: GitHub, name: string): AsyncGenerator<readonly Named[]> {
  const path = `orgs/${name}/repos?sort=full_name`;
  const { status } = await github.get(`${path}&per_page=100&page=1`);
  if (status === 404)
    throw new Absent('GitHub has no organization of that name. Name the repositories of a user one by one.');
  for await (const page of github.pages<Named>(path)) yield page.filter(({ archived }) => !archived);
}

export const command = idsWith(programsOf);
