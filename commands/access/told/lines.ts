import type { Change } from '../changes';
import { claimsOf } from '../github-tokens';
import type { Example } from '../language/script';
import { BEARER_TOKEN, INSTALL, PUBLISH, TAKE_IN } from '../operations';
import { PRINCIPAL_ARN, PRINCIPAL_ORGANIZATION, SERVICE } from '../policy/principals';
import { BEARER, RESOURCE } from '../requests';
import { sentence } from './item';

/** One line of the answer: some actions that somebody gains or loses alike. */
export interface Line {
  readonly says: Change['says'];
  /** All of it, as `--allow` names it. */
  readonly text: string;
  readonly who: string;
  readonly does: string;
  readonly reasons: readonly string[];
  /** One request that is let in on one side alone. */
  readonly example?: ExampleRequest;
}

/** A request, complete enough to be asked about. */
export interface ExampleRequest {
  /** Of a token of GitHub. */
  readonly claims?: Readonly<Record<string, string>>;
  readonly principal?: string;
  readonly organization?: string;
  readonly service?: string;
  readonly seconds?: string;
  readonly resource?: string;
}

/** The changes, those of one kind in one line, and none that says what another does. */
export function linesOf(changes: readonly Change[]): Line[] {
  const implied = new Set(
    changes
      .filter(({ operation }) => operation === PUBLISH || operation === INSTALL)
      .flatMap((one) =>
        one.operation.needs
          .filter(({ on }) => on !== 'none')
          .map(({ action }) => `${one.says}\n${sentence(one.who)}\n${action}`),
      ),
  );
  const groups = new Map<string, Change[]>();
  for (const change of changes) {
    const who = sentence(change.who);
    if (implied.has(`${change.says}\n${who}\n${change.operation.name}`)) continue;
    const isOwn = [PUBLISH, INSTALL, TAKE_IN, BEARER_TOKEN].includes(change.operation);
    const key = [
      change.says,
      who,
      change.what,
      isOwn ? change.operation.name : '',
      change.reasons.join(),
    ].join('\n');
    groups.set(key, [...(groups.get(key) ?? []), change]);
  }
  return [...groups.values()].map(lineOf);
}

function lineOf(changes: readonly Change[]): Line {
  const [first] = changes as [Change, ...Change[]];
  const who = sentence(first.who);
  const does = doesOf(changes);
  return {
    says: first.says,
    text: `${does}: ${who}`,
    who,
    does,
    reasons: first.reasons,
    ...(first.example && { example: requestOf(first, first.example) }),
  };
}

function doesOf(changes: readonly Change[]): string {
  const [{ operation, what }] = changes as [Change];
  if (operation === TAKE_IN) return 'bring in versions of packages by the upstream';
  if (operation === BEARER_TOKEN) return ['take bearer tokens', what].filter(Boolean).join(' ');
  const names = [...new Set(changes.map((one) => one.operation.name))].sort();
  const verb = operation === INSTALL ? 'install from' : names.join(', ');
  return `${verb} ${operation === PUBLISH || operation === INSTALL ? what : what && `on ${what}`}`.trim();
}

function requestOf({ asker, operation }: Change, example: Example): ExampleRequest {
  const { values } = example;
  const resource = operation.about === 'none' ? undefined : values[RESOURCE[operation.about]];
  const principal = values[PRINCIPAL_ARN];
  return {
    ...(asker.by === 'token' && { claims: claimsOf(example, asker.issuer) }),
    ...(principal !== undefined && { principal }),
    ...(values[PRINCIPAL_ORGANIZATION] !== undefined && { organization: values[PRINCIPAL_ORGANIZATION] }),
    ...((values[SERVICE] ?? values[BEARER.service]) !== undefined && {
      service: values[SERVICE] ?? values[BEARER.service],
    }),
    ...(values[BEARER.seconds] !== undefined && { seconds: values[BEARER.seconds] }),
    ...(resource !== undefined && { resource }),
  };
}

/** An example in one line. */
export function exampleWords({ claims, ...rest }: ExampleRequest): string {
  const shown = [
    'sub',
    'repository_id',
    'repository_owner_id',
    'environment',
    'ref',
    'job_workflow_ref',
    'aud',
    'actor_id',
  ];
  const token = shown.flatMap((name) => (claims?.[name] === undefined ? [] : [`${name}=${claims[name]}`]));
  return [...token, ...Object.entries(rest).map(([name, value]) => `${name}=${value}`)].join(' ');
}
