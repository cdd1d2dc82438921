import { all, any, FALSE, type Formula, matches, not, present } from './language/formula';
import { arnLike, literal } from './language/pattern';
import type { Need, Operation } from './operations';
import { letIn } from './package-groups';
import { type Naming, PRINCIPAL_ACCOUNT, principalOf } from './policy/principals';
import { applies } from './policy/statement';
import { RESOURCE } from './requests';
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
  if (on === 'none' || (on === 'domain' && policy.of === 'repository')) return FALSE;
  const key = RESOURCE[on];
  const about = matches(
    key,
    attachment(policy)
      .map(arnLike)
      .filter((pattern) => pattern !== undefined),
  );
  const statements = policy.statements.filter((one) => one.effect === effect);
  return all(about, any(...statements.map((one) => applies(one, action, key, principalOf(one, naming)))));
}

/** A domain's policy is about its repositories and packages, too. */
function attachment({ of, arn, domain, repository }: ResourcePolicy): string[] {
  const place = arn.split(':').slice(0, 5).join(':');
  if (of === 'repository') return [arn, `${place}:package/${domain}/${repository}/*`];
  return [arn, ...['repository', 'package', 'package-group'].map((type) => `${place}:${type}/${domain}/*`)];
}
