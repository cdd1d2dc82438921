import { matchesText } from '../../../evaluation/authorization';
import { all, any, FALSE, type Formula, matches, not } from '../language/formula';
import { arnLike } from '../language/pattern';
import { BEARER_TOKEN, type Operation } from '../operations';
import { applies } from '../policy/statement';
import { RESOURCE } from '../requests';
import type { AccessSetup, Identity } from '../setup';
import type { Target } from './item';
import { conditionWords } from './principal-item';

/** What somebody may do something to, piece by piece: a pattern of packages, a repository or the like each. */
export function targetsOf(
  setup: AccessSetup,
  identity: Identity,
  { needs, about, name }: Operation,
  may: Formula,
): Target[] {
  if (may.is === 'false') return [];
  const [first] = needs;
  if (name === BEARER_TOKEN.name) return bearerTargets(identity, may);
  if (about === 'none' || !first || first.on === 'none') return [{ what: '', formula: may }];
  const key = RESOURCE[first.on];
  const patterns = identity.policies
    .filter(
      ({ effect, isNotResources, actions, isNotActions }) =>
        effect === 'Allow' &&
        !isNotResources &&
        isNotActions !== actions.some((one) => matchesText(one.toLowerCase(), first.action.toLowerCase())),
    )
    .flatMap(({ resources }) => resources);
  const named = [...new Set(patterns)].sort().flatMap((pattern) => {
    const read = arnLike(pattern);
    const formula = read ? all(may, matches(key, [read])) : FALSE;
    return formula.is === 'false'
      ? []
      : [{ what: targetWords(setup, pattern, name), formula, pattern: matches(key, read ? [read] : []) }];
  });
  // Whatever is allowed otherwise, by a resource policy for one.
  const rest = {
    what: 'what a policy that is not of the role allows',
    formula: all(may, not(any(...named.map(({ pattern }) => pattern)))),
  };
  return [...named.map(({ what, formula }) => ({ what, formula })), rest];
}

/** A bearer token is for no resource: what tells one from another are the conditions. */
function bearerTargets({ policies }: Identity, may: Formula): Target[] {
  const allowing = policies.filter(
    (one) => one.effect === 'Allow' && applies(one, BEARER_TOKEN.name, undefined).is !== 'false',
  );
  return allowing.map((one) => ({ what: conditionWords(one, false), formula: all(may, one.condition) }));
}

/** What a resource of a policy stands for, in words. */
export function targetWords(
  { account, region, partition }: AccessSetup,
  resource: string,
  operation = '',
): string {
  if (resource === '*') return operation === 'install' ? 'every repository' : 'everything';
  const parts = resource.split(':');
  const elsewhere = [
    ...(parts[1] !== partition ? [`of the partition ${parts[1]}`] : []),
    ...(parts[3] !== region ? [`in ${parts[3] === '*' ? 'every Region' : parts[3]}`] : []),
    ...(parts[4] !== account ? [`of account ${parts[4]}`] : []),
  ];
  const what = inWords(parts.slice(5).join(':'));
  return what ? [what, ...elsewhere].join(' ') : resource;
}

function inWords(resource: string): string | undefined {
  const [type, domain, repository, ...rest] = resource.split('/');
  if (type === 'domain' && domain && !repository) return `the domain ${domain}`;
  if (type === 'repository' && domain && repository && rest.length === 0) return `${domain}/${repository}`;
  if (type !== 'package' || !domain || !repository) return undefined;
  const path = rest.join('/');
  const of = `in ${domain}/${repository}`;
  if (path === '*') return `every package ${of}`;
  if (path === 'pypi/*' || path === 'pypi//*') return `every Python package ${of}`;
  const [, name] = /^pypi\/\/(.+)$/.exec(path) ?? [];
  if (name) return `${name} ${of}`;
  return undefined;
}
