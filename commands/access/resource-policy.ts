import { all, any, FALSE, type Formula, matches, not, present } from './language/formula';
import { arnLike, literal } from './language/pattern';
import type { Need, Operation } from './operations';
import { letIn } from './package-groups';
import { type Naming, PRINCIPAL_ACCOUNT, principalOf } from './policy/principals';
import { applies } from './policy/statement';
import { RESOURCE, type ResourceType } from './requests';
import type { AccessSetup, ResourcePolicy } from './setup';

/** What resource policies let those do who are no roles or users of the templates. */
export function byResourcePolicy(
  setup: AccessSetup,
  { needs, name }: Operation,
  isForeign: boolean,
): Formula {
  const asked = needs.filter(({ on }) => on !== 'none');
  if (asked.length === 0) return FALSE;
  const ours = matches(PRINCIPAL_ACCOUNT, [literal(setup.account)]);
  const said = asked.map(({ action, on }) => {
    const says = (effect: string) =>
      any(
        ...setup.resourcePolicies.map((policy) =>
          spoken(policy, action, on, effect, isForeign ? 'also by its account' : 'itself'),
        ),
      );
    return all(says('Allow'), not(says('Deny')));
  });
  const somebody = isForeign ? not(ours) : all(present(PRINCIPAL_ACCOUNT), ours);
  return all(somebody, ...said, ...(name === 'publish' ? [letIn(setup.groups, 'Publish')] : []));
}

/** What a resource policy says about an action on what it can speak about. */
export function spoken(
  policy: ResourcePolicy,
  action: string,
  on: Need['on'],
  effect: string,
  naming: Naming,
): Formula {
  if (on === 'none') return FALSE;
  const statements = policy.statements.filter((one) => one.effect === effect);
  const said = statements.map((one) => applies(one, action, RESOURCE[on], principalOf(one, naming)));
  return all(attachedTo(policy, on), any(...said));
}

/** What a policy can speak about: a domain's about its repositories and packages, too. */
export function attachedTo({ of, arn, domain, repository }: ResourcePolicy, on: ResourceType): Formula {
  const place = arn.split(':').slice(0, 5).join(':');
  const around =
    of === 'repository'
      ? [`${place}:package/${domain}/${repository}/*`]
      : ['repository', 'package', 'package-group'].map((type) => `${place}:${type}/${domain}/*`);
  return matches(
    RESOURCE[on],
    [arn, ...around].map(arnLike).filter((pattern) => pattern !== undefined),
  );
}
