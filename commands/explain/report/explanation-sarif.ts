import { SIGN_IN_CAUSES } from '../../../src/github/trust/refusal-causes';
import { type SarifResult, sarif } from '../../output/sarif';
import type { Explanation } from '../explanation';
import type { RoleExplanation } from '../judge';

const UNDECIDED = {
  id: 'undecided',
  title: "Can't tell",
  help: 'What decides is known to the deployment only.',
};
const NOT_PERMITTED = {
  id: 'not-permitted',
  title: 'Not permitted',
  help: 'The policies of the role do not allow it.',
};

/** Nothing where the caller is let in; else the nearest role and why it does not let the caller in. */
export function explanationAsSarif({ verdict, roles, requests }: Explanation): string {
  const rules = [
    ...Object.entries(SIGN_IN_CAUSES).map(([id, { title, remedy }]) => ({ id, title, help: remedy })),
    UNDECIDED,
    NOT_PERMITTED,
  ];
  if (verdict === 'granted') return sarif(rules, []);
  const [nearest] = roles;
  return sarif(rules, [
    ...(nearest ? resultsOf(nearest) : []),
    ...requests
      .filter((request) => request.verdict !== 'granted')
      .map(({ role, verdict: ofRequest, action, resource, because, remedy = '' }) => ({
        rule: ofRequest === 'undecided' ? UNDECIDED.id : NOT_PERMITTED.id,
        level: ofRequest === 'undecided' ? ('warning' as const) : ('error' as const),
        message: `${action} on ${resource}: ${because}. ${remedy}`.trim(),
        file: role.stack.templateFile,
        resource: role.logicalId,
      })),
  ]);
}

function resultsOf({ role, causes, open }: RoleExplanation): SarifResult[] {
  const place = { file: role.stack.templateFile, resource: role.logicalId };
  return [
    ...causes.map(({ id, trusted, has, remedy }) => ({
      rule: id,
      level: 'error' as const,
      message: `${trusted} ${has} ${remedy}`,
      ...place,
    })),
    ...open.map((reason) => ({ rule: UNDECIDED.id, level: 'warning' as const, message: reason, ...place })),
  ];
}
