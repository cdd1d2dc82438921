import { SIGN_IN_CAUSES, type SignInCauseId } from '../../../../github/trust/refusal-causes';

/** What is left where the claims are as the role trusts them, in the order in which to look. */
export const SETUP_CAUSES = [
  'provider-missing',
  'provider-audience',
  'role-missing',
  'trust-not-deployed',
] as const satisfies SignInCauseId[];

/**
 * Python that has these causes, in the order in which they are said: title, what is trusted, what the run has, what to
 * do, and the number of the command that shows it.
 */
export function causesInPython(causes: ReadonlySet<SignInCauseId>): string {
  const chosen = Object.entries(SIGN_IN_CAUSES).filter(([id]) => causes.has(id as SignInCauseId));
  const commands = [...new Set(chosen.map(([, { command }]) => command))];
  return [
    'COMMANDS = [',
    ...commands.map((command) => `    ${JSON.stringify(command)},`),
    ']',
    'CAUSES = {',
    ...chosen.map(([id, { title, trusted, has, remedy, command }]) => {
      const texts = [title, trusted, has, remedy].map((text) => JSON.stringify(text));
      return `    ${JSON.stringify(id)}: (${texts.join(', ')}, ${commands.indexOf(command)}),`;
    }),
    '}',
    '',
  ].join('\n');
}
