import { readDocument, type WrittenStatement } from '../../../evaluation/authorization';

/** One action of one principal on one resource, and on which conditions. */
interface Right {
  /** Effect, action, principal and resource. */
  readonly what: string;
  readonly action: string;
  /** The same without the action. */
  readonly where: (actions: string) => string;
  /** The accepted values by operator and key. */
  readonly conditions: ReadonlyMap<string, readonly string[]>;
}

/**
 * How the policies that AWS has differ from those of the template, in words; nothing where they come to the same,
 * however they are written: in which order, in how many statements, with one value as text or as a list.
 */
export function policyDifference(
  name: string,
  expected: readonly unknown[],
  actual: readonly unknown[],
): string | undefined {
  const wanted = rightsOf(name, expected);
  const given = rightsOf(name, actual);
  const lacks = without(wanted, given);
  const hasMore = without(given, wanted);
  if (lacks.length === 0 && hasMore.length === 0) return undefined;
  const changed = lacks.flatMap((right) => {
    const other = hasMore.find(({ what }) => what === right.what);
    return other ? [conditionDifference(right, other)] : [];
  });
  if (changed.length > 0) return [...new Set(changed)].slice(0, 2).join('; ');
  return [...sample('it lacks', lacks), ...sample('it has, and the template has not,', hasMore)].join('; ');
}

function rightsOf(name: string, documents: readonly unknown[]): Right[] {
  return documents.flatMap((document) => readDocument(name, document)).flatMap(rights);
}

function rights({ effect, principal, actions, resources, conditions }: WrittenStatement): Right[] {
  const who =
    principal === undefined
      ? ['']
      : Object.entries(principal).flatMap(([kind, names]) =>
          names.map((n) => ` to ${principalName(kind, n)}`),
        );
  const tests = new Map(
    Object.entries(conditions).flatMap(([operator, keys]) =>
      Object.entries(keys).map(
        ([key, values]) => [`${operator} ${key}`, [...new Set(values)].sort()] as const,
      ),
    ),
  );
  return actions.flatMap((action) =>
    (resources ?? ['']).flatMap((resource) =>
      who.map((name) => {
        const where = (named: string) => `${effect} ${named}${name}${resource && ` on ${resource}`}`;
        return { what: where(action), action, where, conditions: tests };
      }),
    ),
  );
}

/** An account is written by its id, and read as its root. */
function principalName(kind: string, name: string): string {
  const [, account] = /^arn:[\w-]+:iam::(\d{12}):root$/.exec(name) ?? [];
  return kind === 'AWS' ? (account ?? name) : `${kind} ${name}`;
}

function without(rights: readonly Right[], others: readonly Right[]): Right[] {
  const known = new Set(others.map(text));
  return rights.filter((right) => !known.has(text(right)));
}

function text({ what, conditions }: Right): string {
  return JSON.stringify([what.toLowerCase(), [...conditions].sort(([a], [b]) => (a < b ? -1 : 1))]);
}

function conditionDifference(wanted: Right, given: Right): string {
  const differences = [...new Set([...wanted.conditions.keys(), ...given.conditions.keys()])].flatMap(
    (key) => {
      const [want = [], have = []] = [wanted.conditions.get(key), given.conditions.get(key)];
      const lacks = want.filter((value) => !have.includes(value));
      const more = have.filter((value) => !want.includes(value));
      if (lacks.length === 0 && more.length === 0) return [];
      return `${key} ${[...sampleValues('lacks', lacks), ...sampleValues('has more:', more)].join(', and ')}`;
    },
  );
  return differences.join('; ');
}

/** Rights on one resource are said together. */
function sample(verb: string, rights: readonly Right[]): string[] {
  const byPlace = new Map<string, Right[]>();
  for (const right of rights) {
    const key = right.where('');
    byPlace.set(key, [...(byPlace.get(key) ?? []), right]);
  }
  const said = [...byPlace.values()].map((group) => {
    const actions = [...new Set(group.map(({ action }) => action))];
    return (group[0] as Right).where(few(actions));
  });
  return sampleValues(verb, said);
}

function few(values: readonly string[]): string {
  const rest = values.length > 3 ? ` and ${values.length - 3} more` : '';
  return `${values.slice(0, 3).join(', ')}${rest}`;
}

function sampleValues(verb: string, values: readonly string[]): string[] {
  if (values.length === 0) return [];
  return [`${verb} ${few(values)}`];
}
