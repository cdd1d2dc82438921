import { SIGN_IN_CAUSES } from '../../../src/github/trust/refusal-causes';
import { Misuse } from '../../command';
import { answeredCause } from '../causes/answered';
import type { Caller } from './caller';
import { claimsInSubject } from './subject';

type Json = Readonly<Record<string, unknown>>;

const ACTION = 'AssumeRoleWithWebIdentity';
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const text = (value: unknown) => (typeof value === 'string' && value ? value : undefined);

/**
 * The events in what CloudTrail, `aws cloudtrail lookup-events` or EventBridge give; `undefined` for anything else.
 */
export function eventsIn(input: unknown): Json[] | undefined {
  if (Array.isArray(input)) return input.length ? listed(input) : undefined;
  if (!isObject(input)) return undefined;
  if (Array.isArray(input.Records)) return listed(input.Records);
  if (Array.isArray(input.Events)) return listed(input.Events);
  if (isObject(input.detail)) return eventsIn(input.detail);
  const inside = typeof input.CloudTrailEvent === 'string' ? parsed(input.CloudTrailEvent) : input;
  return isObject(inside) && typeof inside.eventName === 'string' ? [inside] : undefined;
}

function listed(items: readonly unknown[]): Json[] | undefined {
  const events = items.map(eventsIn);
  return events.includes(undefined) ? undefined : (events as Json[][]).flat();
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/**
 * Who signed in, by the event that says it: of several the newest that failed.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/cloudtrail-integration.html
 */
export function callerOfEvents(events: readonly Json[], from: string): Caller {
  const ours = events.filter(({ eventName }) => eventName === ACTION);
  if (!ours.length) {
    const names = [...new Set(events.map(({ eventName }) => String(eventName)))].join(', ');
    throw new Misuse(`${from} holds no event ${ACTION}, but: ${names || 'none at all'}.`);
  }
  const failed = ours.filter(({ errorCode }) => errorCode !== undefined);
  const event = newest(failed.length ? failed : ours);
  const caller = callerOf(event, from);
  if (ours.length === 1) return caller;
  const which = failed.length ? 'the newest that failed' : 'the newest';
  return {
    ...caller,
    notes: [`Of ${ours.length} events it is ${which}, of ${String(event.eventTime)}.`, ...caller.notes],
  };
}

function newest(events: readonly Json[]): Json {
  const time = ({ eventTime }: Json) => Date.parse(String(eventTime)) || 0;
  return events.reduce((latest, event) => (time(event) >= time(latest) ? event : latest));
}

function callerOf(event: Json, from: string): Caller {
  const user = isObject(event.userIdentity) ? event.userIdentity : {};
  const asked = isObject(event.requestParameters) ? event.requestParameters : {};
  const answered = isObject(event.responseElements) ? event.responseElements : {};
  const provider = text(user.identityProvider) ?? text(answered.provider) ?? '';
  const sub = text(user.userName) ?? text(answered.subjectFromWebIdentityToken);
  const code = text(event.errorCode);
  const message = text(event.errorMessage) ?? '';
  if (sub === undefined || sub.startsWith('HIDDEN_')) {
    const said = code ? ` AWS says ${code}: ${message.replace(/\.$/, '')}.` : '';
    const cause = answeredCause(message);
    const remedy = cause ? SIGN_IN_CAUSES[cause].remedy : 'Give the claims of the run.';
    throw new Misuse(
      `${from} says no subject (userIdentity.userName): AWS could not read the token.${said} ${remedy}`,
    );
  }
  const issuer = /oidc-provider\/(.+)$/.exec(provider)?.[1] ?? provider;
  const principal = text(user.principalId) ?? '';
  const inPrincipal =
    principal.startsWith(`${provider}:`) && principal.endsWith(`:${sub}`)
      ? principal.slice(provider.length + 1, -sub.length - 1)
      : undefined;
  const aud = text(answered.audience) ?? inPrincipal;
  return {
    source: 'event',
    isComplete: false,
    claims: {
      ...claimsInSubject(sub),
      sub,
      ...(aud && { aud }),
      ...(issuer && { iss: `https://${issuer}` }),
    },
    ...(text(asked.roleArn) && { roleArn: text(asked.roleArn) }),
    ...(text(asked.roleSessionName) && { sessionName: text(asked.roleSessionName) }),
    ...(code && { answer: { code, message } }),
    notes: [
      'CloudTrail says subject, audience and provider of a token; what else is compared comes from the subject, or is not known.',
    ],
  };
}
