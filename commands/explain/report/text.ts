import { fillIn, type SetupCause, SIGN_IN_CAUSES } from '../../../src/github/trust/refusal-causes';
import type { CommandContext } from '../../command';
import { paintFor } from '../../output/style';
import { indented, table } from '../../output/table';
import { visible } from '../../output/visible';
import { type Caller, isDependabot } from '../caller/caller';
import { answeredCause } from '../causes/answered';
import { TRUST } from '../deployed';
import type { Explanation } from '../explanation';
import type { RoleExplanation } from '../judge';
import type { RequestResult } from '../requests';
import { causeText, mark, roleText, titleOf } from './role-text';

type Terminal = Pick<CommandContext, 'color' | 'width'>;

/** Who asks, what the nearest role says to it and why, then the other roles, then the answer. */
export function asText(explanation: Explanation, terminal: Terminal): string {
  const { caller, roles, verdict } = explanation;
  const paint = paintFor(terminal);
  const [nearest, ...others] = roles;
  const notes = [...caller.notes, ...explanation.notes].map((note) => `note: ${visible(note)}`);
  const sections = [
    [callerText(caller), ...notes].join('\n'),
    ...(nearest ? [roleText(nearest, caller, terminal), ...whyText(nearest, terminal)] : []),
    ...(explanation.requests.length ? [requestsText(explanation.requests, terminal)] : []),
    ...others.map((one) => roleText(one, caller, terminal)),
    ...(verdict === 'granted' && nearest ? [afterGrant(nearest, caller)] : []),
    `${mark(verdict, paint)} ${paint('bold', explanation.answer)}`,
  ];
  return `${sections.join('\n\n')}\n`;
}

export function callerText(caller: Caller): string {
  const { claims } = caller;
  const who = claims.repository ?? claims.sub;
  const said = [
    claims.ref && `on ${claims.ref}`,
    claims.event_name && `by ${claims.event_name}`,
    claims.environment && `with the environment ${claims.environment}`,
    claims.job_workflow_ref && `in a job of ${claims.job_workflow_ref}`,
  ].filter(Boolean);
  const name = isDependabot(caller) ? `Dependabot of ${who}` : String(who);
  return visible(`${name} asks AWS for a role${said.length ? `, ${said.join(', ')}` : ''}.`);
}

function whyText({ causes, role, statements: [statement] }: RoleExplanation, terminal: Terminal): string[] {
  const label = statement ? `, ${statement.label.replace(`${TRUST}, `, '')}` : '';
  const place = `${role.stack.templateFile}: ${role.logicalId}${label}`;
  return causes.map((cause) => causeText(cause, place, terminal));
}

function requestsText(requests: readonly RequestResult[], terminal: Terminal): string {
  const paint = paintFor(terminal);
  const lines = requests.map(({ action, resource, verdict, because, remedy }) =>
    [
      `${mark(verdict, paint)} ${action} on ${resource}`,
      ...[because, ...(remedy ? [`= do: ${remedy}`] : [])].map((line) => indented(line, 4)),
    ].join('\n'),
  );
  return lines.join('\n');
}

/** What else refuses a sign-in that the trust policy grants, each with the command that shows it. */
function afterGrant({ role, providerArn }: RoleExplanation, caller: Caller): string {
  const [, , , , account] = (caller.roleArn ?? role.arn).split(':');
  const places = {
    role: caller.roleArn?.split('/').at(-1) ?? role.name,
    account,
    provider: providerArn,
    trusted: caller.claims.aud,
  };
  const rows = setupCauses(caller.answer?.message ?? '').map((id) => {
    const { title, remedy, command } = SIGN_IN_CAUSES[id];
    return [title, [remedy, command].map((sentence) => visible(fillIn(sentence, places))).join('\n')];
  });
  return `If AWS refuses ${titleOf(role)} all the same, it is one of these:\n${indented(table(rows), 2)}`;
}

/** What AWS answered rules out the others. */
function setupCauses(message: string): SetupCause[] {
  const answered = answeredCause(message);
  if (answered) return [answered];
  const later: SetupCause[] = ['role-missing', 'trust-not-deployed'];
  return /Not authorized/.test(message) ? later : ['provider-missing', 'provider-audience', ...later];
}
