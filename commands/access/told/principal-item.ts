import { all, any, type Formula, not } from '../language/formula';
import { conditionsOf } from '../policy/conditions';
import { PRINCIPAL_ORGANIZATION, principalOf } from '../policy/principals';
import { applies, type Statement } from '../policy/statement';
import type { Identity } from '../setup';
import type { Item } from './item';

/** Which principals of AWS may be a role, name by name; of a user, itself. */
export function principalItems(identity: Identity, whole: Formula): Item[] {
  if (identity.kind === 'user') return [{ ...words(`the user ${identity.name}`), formula: whole }];
  const formulaOf = (one: Statement) =>
    all(principalOf(one, 'also by its account'), applies(one, 'sts:AssumeRole', undefined));
  const denied = any(...identity.trust.filter(({ effect }) => effect === 'Deny').map(formulaOf));
  return identity.trust
    .filter((one) => one.effect === 'Allow' && formulaOf(one).is !== 'false')
    .flatMap(byName)
    .map(({ statement, who, further }) => ({
      ...words(who, further),
      formula: all(formulaOf(statement), not(denied)),
    }));
}

/** A statement for each of its principals, and of an organization's for each organization. */
export function byName(statement: Statement): { statement: Statement; who: string; further: string }[] {
  const names = Object.entries(statement.principals ?? {}).flatMap(([kind, list]) =>
    list.map((name) => ({ kind, name })),
  );
  const organizations = organizationsOf(statement);
  return names.flatMap(({ kind, name }) => {
    const one = { ...statement, principals: { [kind]: [name] } };
    if (name !== '*' || !organizations)
      return [{ statement: one, who: principalWords(kind, name), further: conditionWords(statement, false) }];
    return organizations.map((id) => ({
      statement: { ...one, condition: conditionsOf(withOrganization(statement, id), statement.label) },
      who: /[*?]/.test(id)
        ? `every principal of an organization like ${id}`
        : `every principal of the organization ${id}`,
      further: conditionWords(statement, true),
    }));
  });
}

const isPlain = (operator: string, key: string) =>
  key.toLowerCase() === PRINCIPAL_ORGANIZATION && /^(ForAnyValue:)?String(Equals|Like)$/.test(operator);

function organizationsOf({ written }: Statement): string[] | undefined {
  const found = Object.entries(written).flatMap(([operator, keys]) =>
    Object.entries(keys).flatMap(([key, values]) =>
      isPlain(operator, key) ? [[values].flat().map(String)] : [],
    ),
  );
  return found.length === 1 ? found[0] : undefined;
}

function withOrganization({ written }: Statement, id: string): object {
  return Object.fromEntries(
    Object.entries(written).map(([operator, keys]) => [
      operator,
      Object.fromEntries(
        Object.entries(keys).map(([key, values]) => [key, isPlain(operator, key) ? id : values]),
      ),
    ]),
  );
}

/** Whom a policy names, in words. */
export function principalWords(kind: string, name: string): string {
  if (kind === 'Service') return `the service ${name}`;
  if (name === '*') return 'every principal of AWS';
  const [, account, resource] = /^(?:arn:[^:]+:(?:iam|sts)::)?(\d{12})(?::(.+))?$/.exec(name) ?? [];
  if (account === undefined) return name;
  return resource === undefined || resource === 'root'
    ? `whoever account ${account} lets do so`
    : `${resource} of account ${account}`;
}

/** Conditions as they are written. */
export function conditionWords({ written }: Statement, withoutOrganization: boolean): string {
  const tests = Object.entries(written).flatMap(([operator, keys]) =>
    Object.entries(keys)
      .filter(([key]) => !(withoutOrganization && isPlain(operator, key)))
      .map(([key, values]) => `with ${operator} ${key} ${[values].flat().map(String).sort().join(' or ')}`),
  );
  return tests.sort().join(', ');
}

export const words = (who: string, further = ''): Omit<Item, 'formula'> => ({
  before: '',
  who,
  when: '',
  further,
  widening: [],
});
