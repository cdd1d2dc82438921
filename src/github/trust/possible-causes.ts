import type { SignInCauseId } from './refusal-causes';
import type { SharedTrust } from './shared-trust';

/**
 * The causes that the claims of a token can show where this is trusted.
 *
 * @param hasEntry whether the run may know which repository is trusted
 */
export function possibleCauses(trust: SharedTrust, hasEntry: boolean): Set<SignInCauseId> {
  const { repositories, organizations, claims } = trust;
  const { forms = [] } = repositories ?? {};
  const contexts = repositories?.contexts ?? organizations?.subjects?.contexts ?? [];
  const isAnyContext = contexts.includes('*');
  const environments = contexts.filter((context) => context.startsWith('environment:'));
  const inOrganizations = organizations?.claims ?? {};
  const refs = [
    ...contexts.filter((context) => context.startsWith('ref:')),
    ...[repositories?.claims, inOrganizations].flatMap((ofKind) => ofKind?.ref ?? []),
  ];
  const isOfEntry = (cause: SignInCauseId): [SignInCauseId, boolean] => [cause, hasEntry];
  const { aud, job_workflow_ref, ...others } = claims;
  const possible: [SignInCauseId, boolean][] = [
    ['token-missing', true],
    ['ref', refs.some((ref) => ref !== 'ref:refs/*')],
    ['event', refs.some((ref) => ref !== 'ref:refs/*')],
    [
      'environment-missing',
      (environments.length > 0 && environments.length === contexts.length) || !!inOrganizations.environment,
    ],
    ['environment', environments.length > 0 || !!inOrganizations.environment],
    ['environment-unexpected', contexts.length > 0 && environments.length === 0 && !isAnyContext],
    ['immutable-subject', forms.length > 0 && (hasEntry || !forms.includes('immutable'))],
    ['classic-subject', forms.length > 0 && (hasEntry || !forms.includes('classic'))],
    isOfEntry('renamed'),
    isOfEntry('recreated'),
    isOfEntry('repository'),
    ['letter-case', hasEntry || !!job_workflow_ref],
    ['workflow', !!job_workflow_ref],
    ['workflow-ref', !!job_workflow_ref],
    ['audience', !!aud],
    ['subject-template', contexts.length > 0],
    ['issuer', true],
    ['claim', Object.keys(others).length > 0],
  ];
  return new Set(possible.filter(([, isPossible]) => isPossible).map(([cause]) => cause));
}
