import type { CommandContext } from '../../command';
import { paintFor } from '../../output/style';
import { indented, table } from '../../output/table';
import type { InstallExplanation, Installer } from '../install';
import type { Verdict } from '../judge';
import { mark } from './role-text';

const ANSWERS: Readonly<Record<Verdict, string>> = {
  granted: 'Granted: it may install.',
  refused: 'Refused: it may install from none of the repositories.',
  undecided: "Can't tell: what decides is not in the templates, or not in what was given.",
};

/** Each repository with what an installation asks for, and which statement lets the caller do it. */
export function installAsText(
  { arn, organizationId }: Installer,
  repositories: readonly InstallExplanation[],
  verdict: Verdict,
  terminal: Pick<CommandContext, 'color' | 'width'>,
): string {
  const paint = paintFor(terminal);
  const parts = repositories.map(({ repository, verdict: ofRepository, steps }) => {
    const name = repository.arn.split(':repository/').at(-1);
    const head = `${mark(ofRepository, paint)} ${paint('bold', `${repository.stack.path}, repository ${name}`)}`;
    const rows = steps.map((step) => [mark(step.verdict, paint), step.action, step.because]);
    return [head, indented(table(rows, terminal.width && terminal.width - 2), 2)].join('\n');
  });
  const who = `${arn}, ${organizationId ? `of the organization ${organizationId}` : 'of no organization that was said'}, asks to install.`;
  const answer = repositories.length ? ANSWERS[verdict] : 'Refused: no stack has a repository.';
  return `${[who, ...parts, `${mark(verdict, paint)} ${paint('bold', answer)}`].join('\n\n')}\n`;
}
