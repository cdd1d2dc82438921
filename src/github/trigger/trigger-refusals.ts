import { invalidInput } from '../../private/invalid-input';

/** How errors call the trigger that is no exact ref. */
export const ANY_REF = 'PublishTrigger.anyRef()';

export function refuseStart(given: string, reason: string): Error {
  return invalidInput({
    property: 'PublishTrigger.environment startedBy',
    given,
    reason,
    allowed: 'PublishTrigger.tags, PublishTrigger.branches or PublishTrigger.anyOf of them',
  });
}

export function refuseNone(property: string): Error {
  return invalidInput({
    property,
    given: [],
    reason: 'is empty, so that nothing would be published',
    allowed: 'at least one',
  });
}

export function refuseEnvironments(environments: (string | undefined)[]): Error {
  const [name = 'release'] = environments.filter((environment) => environment !== undefined);
  return invalidInput({
    property: 'PublishTrigger.anyOf',
    given: environments.map((environment) => environment ?? 'no environment'),
    reason: 'are to be environments of one job, which has one or none',
    instead: `PublishTrigger.environment('${name}', { startedBy: PublishTrigger.anyOf(...) })`,
    see: 'https://docs.github.com/en/actions/reference/workflows-and-actions/deployments-and-environments',
  });
}

export function refuseAnyRef(): Error {
  return invalidInput({
    property: 'PublishTrigger.anyOf',
    given: ANY_REF,
    reason: 'stands beside other triggers, and is each of them already',
    allowed: 'triggers by tags, branches and one environment',
  });
}

export function refuseReleases(method: string, given: string | string[], isLimited: boolean): Error {
  return invalidInput({
    property: `PublishTrigger ${method}`,
    given,
    reason: isLimited ? 'is limited to the other releases already' : 'is no trigger by tags',
    allowed: `a trigger by tags, as in PublishTrigger.tags('v*').${method}()`,
  });
}
