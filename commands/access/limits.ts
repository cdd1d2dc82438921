import { access, askersOf, requestScripts } from './access';
import { difference } from './language/decide';
import { any } from './language/formula';
import { OPERATIONS, type Operation, PUBLISH, TAKE_IN } from './operations';
import type { Statement } from './policy/statement';
import type { AccessSetup, Identity } from './setup';

/** Something that takes away, or keeps within bounds, what is allowed elsewhere. */
interface Limit {
  readonly words: string;
  /** Whether it can make a difference to an operation at all. */
  readonly isAbout?: (operation: Operation) => boolean;
  /** The same without it. */
  readonly without: AccessSetup;
}

/** What really takes something away, in words, sorted: each that makes a difference by itself. */
export function limitsOf(setup: AccessSetup, operations: readonly Operation[] = OPERATIONS): string[] {
  const asked = operations.flatMap((operation) =>
    askersOf(setup).map((asker) => ({ operation, asker, is: access(setup, operation, asker) })),
  );
  const telling = limits(setup).filter(({ without, isAbout = () => true }) =>
    asked.some(({ operation, asker, is }) => {
      if (!isAbout(operation)) return false;
      const was = access(without, operation, asker);
      const scripts = requestScripts(asker, operation, setup.partition, any(is, was));
      return difference(scripts, was, is).is !== 'none';
    }),
  );
  return [...new Set(telling.map(({ words }) => words))].sort();
}

function limits(setup: AccessSetup): Limit[] {
  return [
    ...setup.identities.flatMap((identity) => [
      ...denials(identity.policies).map((one) =>
        limitOf(setup, identity, { policies: without(identity.policies, one) }, one),
      ),
      ...denials(identity.trust).map((one) =>
        limitOf(setup, identity, { trust: without(identity.trust, one) }, one),
      ),
      ...identity.boundaries.map((boundary) => ({
        words: `a permissions boundary leaves only: ${boundary.map(statementWords).sort().join('; ')}`,
        without: replaced(setup, identity, {
          boundaries: identity.boundaries.filter((one) => one !== boundary),
        }),
      })),
    ]),
    ...setup.resourcePolicies.flatMap((policy) =>
      denials(policy.statements).map((one) => ({
        words: statementWords(one),
        without: {
          ...setup,
          resourcePolicies: setup.resourcePolicies.map((other) =>
            other === policy ? { ...policy, statements: without(policy.statements, one) } : other,
          ),
        },
      })),
    ),
    ...setup.groups.flatMap((group) =>
      Object.entries(group.restrictions)
        .filter(([, { mode }]) => mode !== 'ALLOW' && mode !== 'INHERIT')
        .map(([origin, { mode, repositories }]) => ({
          isAbout: (operation: Operation) => operation === (origin === 'Publish' ? PUBLISH : TAKE_IN),
          words: `the package group ${group.pattern} of ${group.domain} has ${origin} ${[mode, ...[...repositories].sort()].join(' ')}`,
          without: {
            ...setup,
            groups: setup.groups.map((one) =>
              one === group
                ? { ...group, restrictions: { ...group.restrictions, [origin]: undefined } }
                : one,
            ),
          },
        })),
    ),
  ];
}

const denials = (statements: readonly Statement[]) => statements.filter(({ effect }) => effect === 'Deny');
const without = (statements: readonly Statement[], one: Statement) =>
  statements.filter((other) => other !== one);

function limitOf(
  setup: AccessSetup,
  identity: Identity,
  change: Partial<Identity>,
  statement: Statement,
): Limit {
  return { words: statementWords(statement), without: replaced(setup, identity, change) };
}

function replaced(setup: AccessSetup, identity: Identity, change: Partial<Identity>): AccessSetup {
  const identities = setup.identities.map((one) => (one === identity ? { ...identity, ...change } : one));
  return { ...setup, identities };
}

/** A statement in words that are the same however it is written. */
function statementWords(statement: Statement): string {
  const { effect, actions, isNotActions, resources, isNotResources, principals = {}, written } = statement;
  const names = Object.values(principals).flat();
  const conditions = Object.entries(written).flatMap(([operator, keys]) =>
    Object.entries(keys).map(
      ([key, values]) => `${operator} ${key} ${[values].flat().map(String).sort().join(' or ')}`,
    ),
  );
  return [
    effect === 'Deny' ? 'denied:' : 'allowed:',
    `${isNotActions ? 'all but ' : ''}${[...actions].sort().join(', ')}`,
    ...(resources.length > 0
      ? [`on ${isNotResources ? 'all but ' : ''}${[...resources].sort().join(', ')}`]
      : []),
    ...(names.length > 0 ? [`for ${names.sort().join(', ')}`] : []),
    ...(conditions.length > 0 ? [`where ${conditions.sort().join(' and ')}`] : []),
  ].join(' ');
}
