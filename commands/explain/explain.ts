import { type Caller, isDependabot } from './caller/caller';
import type { Deployed, TrustedRole } from './deployed';
import type { Explanation } from './explanation';
import { explainRoles, type Verdict, verdictOfAll } from './judge';
import { dependabotRequest, mayPublish, mayRead, packageRequests, type RequestResult } from './requests';
import { rolesNamed } from './role-of-event';

/** What the caller wants, where that is said. */
export type Wish = 'publish' | 'install' | undefined;

export interface Asked {
  readonly wish: Wish;

  /** What it wants to publish. */
  readonly package?: string;
}

const OF_WISH = { publish: 'that publishes', install: 'that installs' } as const;

/** What the roles of an assembly say to a caller. */
export function explain(deployed: Deployed, caller: Caller, asked: Asked): Explanation {
  const { wish } = asked;
  const fitting = deployed.roles.filter((role) => {
    if (wish === undefined) return true;
    return wish === 'publish' ? mayPublish(role) : mayRead(role);
  });
  const { roles: chosen, note } = rolesNamed(fitting, caller);
  const roles = explainRoles(deployed, chosen, caller);
  const granting = roles.filter(({ verdict }) => verdict === 'granted').map(({ role }) => role);
  const requests = granting.flatMap((role) => requestsOf(role, deployed, caller, asked));
  const verdict = verdictOfAll([
    ...roles.filter((one) => one.verdict !== 'granted').map((one) => one.verdict),
    ...granting.map((role) => verdictOfRequests(requests.filter((request) => request.role === role))),
  ]);
  return {
    caller,
    verdict,
    answer: answerOf(verdict, asked, roles.length),
    roles,
    requests,
    notes: note ? [note] : [],
  };
}

function requestsOf(role: TrustedRole, deployed: Deployed, caller: Caller, asked: Asked): RequestResult[] {
  return [
    ...(asked.package === undefined ? [] : packageRequests(role, deployed, normalized(asked.package))),
    ...(isDependabot(caller) && mayRead(role) ? [dependabotRequest(role, deployed)] : []),
  ];
}

/** A package is published to one of several repositories; Dependabot needs its token. */
function verdictOfRequests(requests: readonly RequestResult[]): Verdict {
  const packages = requests.filter(({ action }) => action.startsWith('codeartifact:'));
  const others = requests
    .filter(({ action }) => !action.startsWith('codeartifact:'))
    .map(({ verdict }) => verdict);
  const verdicts = [
    ...others,
    ...(packages.length ? [verdictOfAll(packages.map(({ verdict }) => verdict))] : []),
  ];
  if (verdicts.includes('refused')) return 'refused';
  return verdicts.includes('undecided') ? 'undecided' : 'granted';
}

/** @see https://packaging.python.org/en/latest/specifications/name-normalization/ */
function normalized(name: string): string {
  return name.toLowerCase().replaceAll(/[-_.]+/g, '-');
}

function answerOf(verdict: Verdict, { wish, package: name }: Asked, count: number): string {
  const role = wish ? `role ${OF_WISH[wish]}` : 'role';
  const what = name === undefined ? '' : ` to publish ${name}`;
  if (!count) return `No ${role} trusts web identities.`;
  if (verdict === 'granted') return `Granted: a ${role} lets the caller in${what}.`;
  if (verdict === 'undecided')
    return `Can't tell: what decides is not in the templates, or not in what was given.`;
  return `Refused: no ${role} lets the caller in${what}.`;
}
