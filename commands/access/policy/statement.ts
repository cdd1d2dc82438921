import { matchesText } from '../../../evaluation/authorization';
import { all, any, type Formula, matches, not, TRUE, unknown } from '../language/formula';
import { arnLike } from '../language/pattern';
import { conditionsOf, OPEN, openIn } from './conditions';

/** A statement of a policy, as far as the model goes. */
export interface Statement {
  readonly effect: 'Allow' | 'Deny';
  /** Whom it speaks of, names by kind; everybody is `*` of kind `AWS`. */
  readonly principals?: Readonly<Record<string, readonly string[]>>;
  readonly actions: readonly string[];
  readonly isNotActions: boolean;
  readonly resources: readonly string[];
  readonly isNotResources: boolean;
  readonly condition: Formula;
  /** The conditions as they are written, for sentences. */
  readonly written: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** What it has that the model has no word for. */
  readonly unknown?: string;
  readonly label: string;
}

const ELEMENTS = [
  'Sid',
  'Effect',
  'Principal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
];

/** Reads a policy document. What the model does not have is kept as what is unknown, statement by statement. */
export function readStatements(name: string, document: unknown): Statement[] {
  const { Statement: given, Version } = (document ?? {}) as { Statement?: unknown; Version?: unknown };
  const list = [given].flat().filter((one) => typeof one === 'object' && one !== null) as Record<
    string,
    unknown
  >[];
  return list.map((statement, index) => {
    const label = `${name}, statement ${index + 1}${statement.Sid ? ` (${String(statement.Sid)})` : ''}`;
    const strange = Object.keys(statement).find((element) => !ELEMENTS.includes(element));
    const isOld =
      Version !== undefined && Version !== '2012-10-17' ? `Version ${String(Version)}` : undefined;
    const what = strange ?? isOld;
    const principals = statement.Principal === undefined ? undefined : namesByKind(statement.Principal);
    return {
      effect: statement.Effect === 'Deny' ? 'Deny' : 'Allow',
      principals,
      actions: texts(statement.Action ?? statement.NotAction),
      isNotActions: statement.NotAction !== undefined,
      resources: texts(statement.Resource ?? statement.NotResource),
      isNotResources: statement.NotResource !== undefined,
      condition: conditionsOf(statement.Condition, label),
      written: (statement.Condition ?? {}) as Statement['written'],
      label,
      ...(what && {
        unknown: `${what} is not in the model: ${JSON.stringify(statement).replaceAll(OPEN, '')}`,
      }),
    };
  });
}

/** Whether a statement applies to an action on the resource under a key; on none where there is no key. */
export function applies(
  statement: Statement,
  action: string,
  key: string | undefined,
  principal: Formula = TRUE,
): Formula {
  const named = statement.actions.some((one) => matchesText(one.toLowerCase(), action.toLowerCase()));
  if (named === statement.isNotActions) return any();
  return all(
    principal,
    resourcesOf(statement, key),
    statement.condition,
    statement.unknown === undefined ? TRUE : unknown(statement.unknown),
  );
}

/** What some statements allow, but for what they deny. */
export function allowed(
  statements: readonly Statement[],
  formulaOf: (statement: Statement) => Formula,
): Formula {
  const those = (effect: Statement['effect']) =>
    statements.filter((one) => one.effect === effect).map(formulaOf);
  return all(any(...those('Allow')), not(any(...those('Deny'))));
}

function resourcesOf({ resources, isNotResources }: Statement, key: string | undefined): Formula {
  if (resources.length === 0) return TRUE;
  const formulas = resources.map((resource) => {
    const open = openIn(resource);
    if (open)
      return unknown(`${open} in the resource ${resource.replaceAll(OPEN, '')} is known only at deployment`);
    if (resource.includes('${')) return unknown(`the resource ${resource} has a policy variable`);
    if (key === undefined) return resource === '*' ? TRUE : any();
    const pattern = arnLike(resource);
    return matches(key, pattern ? [pattern] : []);
  });
  const known = formulas.flatMap((one) => (one.is === 'matches' ? one.patterns : []));
  const named = any(
    ...(key === undefined ? [] : [matches(key, known)]),
    ...formulas.filter(({ is }) => is !== 'matches'),
  );
  return isNotResources ? not(named) : named;
}

function namesByKind(principal: unknown): Record<string, string[]> {
  if (typeof principal !== 'object' || principal === null) return { AWS: texts(principal) };
  return Object.fromEntries(Object.entries(principal).map(([kind, names]) => [kind, texts(names)]));
}

const texts = (value: unknown): string[] =>
  [value]
    .flat()
    .filter((one) => one !== undefined)
    .map((one) => (typeof one === 'string' ? one : JSON.stringify(one)));
