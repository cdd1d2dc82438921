import { all, any, type Formula, matches, not, TRUE, unknown } from './language/formula';
import { like, literal, type Pattern } from './language/pattern';
import { openIn } from './policy/conditions';
import { RESOURCE } from './requests';
import type { AccessSetup, Group, Origin, RepositorySetup } from './setup';

/** Whether the groups of the domain let a package into a repository from somewhere. Unsaid, they do. */
export function letIn(groups: readonly Group[], origin: Origin): Formula {
  const known = formulas.get(groups) ?? new Map<Origin, Formula>();
  formulas.set(groups, known);
  const formula = known.get(origin) ?? letInBy(groups, origin);
  known.set(origin, formula);
  return formula;
}

/** Every role of an account asks the same of the same groups. */
const formulas = new WeakMap<readonly Group[], Map<Origin, Formula>>();

function letInBy(groups: readonly Group[], origin: Origin): Formula {
  const domains = [...new Set(groups.map(({ domain }) => domain))];
  return all(
    ...domains.map((domain) => {
      const inDomain = matches(RESOURCE.domainName, [literal(domain)]);
      // The longest pattern counts, unless it leaves it to those around it.
      const saying = groups
        .filter(
          (group) => group.domain === domain && (group.restrictions[origin]?.mode ?? 'INHERIT') !== 'INHERIT',
        )
        .sort((a, b) => b.pattern.length - a.pattern.length);
      return any(not(inDomain), decided(saying, origin));
    }),
  );
}

function decided([first, ...others]: readonly Group[], origin: Origin): Formula {
  if (!first) return TRUE;
  const holds = holding(first);
  const { mode, repositories } = first.restrictions[origin] as NonNullable<Group['restrictions'][Origin]>;
  const lets =
    mode === 'ALLOW'
      ? TRUE
      : mode === 'BLOCK'
        ? any()
        : mode === 'ALLOW_SPECIFIC_REPOSITORIES'
          ? matches(RESOURCE.repositoryName, repositories.map(literal))
          : unknown(`the package group ${first.pattern} has the mode ${mode}`);
  return any(all(holds, lets), all(not(holds), decided(others, origin)));
}

/** @see https://docs.aws.amazon.com/codeartifact/latest/ug/package-group-definition-syntax-matching-behavior.html */
function holding({ pattern }: Group): Formula {
  const open = openIn(pattern);
  if (open) return unknown(`${open} in a package group is known only at deployment`);
  const stem = pattern.slice(0, -1);
  const patterns: Record<string, Pattern[]> = {
    $: [literal(stem)],
    '~': [literal(stem), [...literal(stem), ...like('-*')]],
    '*': [[...literal(stem), ...like('*')]],
  };
  const known = patterns[pattern.slice(-1)];
  return known ? matches(RESOURCE.path, known) : unknown(`the package group ${pattern} is not in the model`);
}

/** Whether versions of a package from public PyPI get into a repository when somebody asks for them. */
export function fromPublicPyPi(setup: AccessSetup): Formula {
  const into = (repository: RepositorySetup, seen: readonly RepositorySetup[]): Formula => {
    if (seen.includes(repository)) return any();
    const open = openIn([...repository.connections, ...repository.upstreams].join());
    if (open) return unknown(`${open} of the repository ${repository.name} is known only at deployment`);
    const here = all(at(repository), letIn(setup.groups, 'ExternalUpstream'));
    const direct = repository.connections.includes('public:pypi') ? here : any();
    const upstreams = setup.repositories.filter(
      ({ domain, name }) => domain === repository.domain && repository.upstreams.includes(name),
    );
    const through = upstreams.map((upstream) =>
      all(
        at(repository),
        letIn(setup.groups, 'InternalUpstream'),
        whereverElse(into(upstream, [...seen, repository]), upstream),
      ),
    );
    return any(direct, ...through);
  };
  return any(...setup.repositories.map((repository) => into(repository, [])));
}

function at({ domain, name }: RepositorySetup): Formula {
  return all(
    matches(RESOURCE.domainName, [literal(domain)]),
    matches(RESOURCE.repositoryName, [literal(name)]),
  );
}

/** What holds of an upstream, asked of a package in the repository behind it. */
function whereverElse(formula: Formula, { name }: RepositorySetup): Formula {
  const isThere = (pattern: Pattern) => pattern.join('') === name;
  const replace = (one: Formula): Formula => {
    if (one.is === 'all' || one.is === 'any') return { all, any }[one.is](...one.of.map(replace));
    if (one.is === 'not') return not(replace(one.of));
    if (one.is === 'matches' && one.key === RESOURCE.repositoryName)
      return one.patterns.some(isThere) ? TRUE : any();
    return one;
  };
  return replace(formula);
}
