import type { OwnerSubject, Subject } from './subject';

export interface Claim {
  readonly values: readonly string[];
}

/** Whether a claim is one that is not to be like something. */
export const isExcluding = (name: string) => name.startsWith('StringNotLike ');
/** The subjects that are left out. */
export const excludedIn = (claims: ReadonlyMap<string, Claim>) =>
  [...claims].flatMap(([name, { values }]) =>
    isExcluding(name) && name.toLowerCase().endsWith(':sub') ? values : [],
  );

/** The repositories of a subject that names none by itself. */
export function someRepository(
  text: string | undefined,
  claims: ReadonlyMap<string, Claim>,
  ofOwner?: OwnerSubject,
): string {
  const list = (name: string) => [...(claims.get(name)?.values ?? [])].sort().join(' or ');
  const named = [
    ...(claims.has('repository') ? [`a repository like ${list('repository')}`] : []),
    ...(claims.has('repository_id') ? [`the repository with the id ${list('repository_id')}`] : []),
    ...(claims.has('repository_owner_id')
      ? [`${ofOwner ? '' : 'every repository of '}the owner with the id ${list('repository_owner_id')}`]
      : []),
  ];
  const [, organization = ofOwner?.owner] = /^repo:([^/*?@:]+)(?:@\d+)?\/\*$/.exec(text ?? '') ?? [];
  const subject =
    text === undefined
      ? []
      : organization
        ? [`every repository of ${organization}`]
        : [`whatever has a subject like ${text}`];
  return [...subject, ...named].join(', ') || 'every repository on GitHub';
}

const TOLD = [
  'sub',
  'job_workflow_ref',
  'ref',
  'environment',
  'repository',
  'repository_id',
  'repository_owner_id',
];
const WORDS: Readonly<Record<string, string>> = {
  actor: 'started by',
  actor_id: 'started by the user with the id',
  enterprise_id: 'in the enterprise with the id',
  workflow: 'as the workflow named',
};

/** What a trust policy asks for beside the repository and when. */
export function furtherWords(claims: ReadonlyMap<string, Claim>, subject: Subject | undefined): string {
  const untold = subject?.context.startsWith('environment:') ? ['repository'] : ['repository', 'environment'];
  const told = subject ? TOLD.filter((name) => !untold.includes(name)) : TOLD;
  const further = [...claims].flatMap(([name, { values }]) => {
    if (told.includes(name) || (name === 'aud' && `${values}` === 'sts.amazonaws.com')) return [];
    const [, environment] = /^\*:environment:([^:*?]+)$/.exec(values.join()) ?? [];
    if (environment && excludedIn(new Map([[name, { values }]])).length > 0)
      return [`not in the environment ${environment}`];
    return [`${WORDS[name] ?? `with ${name}`} ${[...values].sort().join(' or ')}`];
  });
  const audience = claims.has('aud') ? [] : ['for any audience that the provider takes'];
  return [...further.sort(), ...audience].join(', ');
}
