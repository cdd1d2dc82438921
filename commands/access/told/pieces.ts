import { type Asker, access } from '../access';
import { all, type Formula, TRUE, unknown } from '../language/formula';
import type { Operation } from '../operations';
import { permitted } from '../permissions';
import { principalOf } from '../policy/principals';
import { applies } from '../policy/statement';
import { RESOURCE } from '../requests';
import { attachedTo } from '../resource-policy';
import type { AccessSetup, ResourcePolicy } from '../setup';
import { principalTrust } from '../trust';
import type { Item, Target } from './item';
import { byName, principalItems, words } from './principal-item';
import { targetsOf, targetWords } from './target';
import { tokenItems } from './token-item';

/** Some of those who get in, and what to; together, the pieces are all that is let in. */
export interface Piece {
  readonly who: Item;
  readonly target: Target;
  readonly formula: Formula;
  /** The role or user, where it is one of the templates. */
  readonly by?: string;
}

export function piecesOf(setup: AccessSetup, operation: Operation, asker: Asker): Piece[] {
  const unread = setup.unread.map((reason) => {
    const formula = unknown(reason);
    return {
      who: { ...words('whoever'), formula },
      target: { what: 'what could not be read', formula: TRUE },
      formula,
    };
  });
  return [...known(setup, operation, asker), ...unread].filter(({ formula }) => formula.is !== 'false');
}

function known(setup: AccessSetup, operation: Operation, asker: Asker): Piece[] {
  switch (asker.by) {
    case 'token':
    case 'role':
      return byIdentity(setup, operation, asker);
    case 'public PyPI': {
      const formula = access({ ...setup, unread: [] }, operation, asker);
      const who = { ...words('whoever publishes on public PyPI'), formula };
      return [{ who, target: { what: 'names that no package group keeps out', formula: TRUE }, formula }];
    }
    default:
      return byResource(setup, operation, asker);
  }
}

function byIdentity(setup: AccessSetup, operation: Operation, asker: Asker): Piece[] {
  return setup.identities.flatMap((identity) => {
    const items =
      asker.by === 'token'
        ? tokenItems(setup, identity, asker.issuer)
        : principalItems(identity, principalTrust(identity));
    if (items.length === 0) return [];
    const targets = targetsOf(setup, identity, operation, permitted(setup, identity, operation));
    return items.flatMap((who) =>
      targets.map((target) => ({
        who,
        target,
        formula: all(who.formula, target.formula),
        by: identity.name,
      })),
    );
  });
}

/** By the statement that allows the first of what it takes; the rest has to be allowed as well. */
function byResource(setup: AccessSetup, operation: Operation, asker: Asker): Piece[] {
  const [first] = operation.needs;
  if (!first || first.on === 'none') return [];
  const { on, action } = first;
  const whole = access({ ...setup, unread: [] }, operation, asker);
  const naming = asker.by === 'resource policy' ? 'also by its account' : 'itself';
  return setup.resourcePolicies.flatMap((policy) =>
    policy.statements
      .filter(({ effect }) => effect === 'Allow')
      .flatMap(byName)
      .map(({ statement, who, further }) => {
        const formula = all(
          whole,
          attachedTo(policy, on),
          applies(statement, action, RESOURCE[on], principalOf(statement, naming)),
        );
        const target = { what: placeOf(setup, policy, on, statement.resources), formula: TRUE };
        return { who: { ...words(who, further), formula }, target, formula };
      }),
  );
}

function placeOf(
  setup: AccessSetup,
  { domain, repository }: ResourcePolicy,
  on: string,
  resources: readonly string[],
): string {
  if (resources.length > 0 && !resources.includes('*'))
    return resources
      .map((one) => targetWords(setup, one))
      .sort()
      .join(', ');
  if (on === 'domain') return `the domain ${domain}`;
  const place = repository === undefined ? `every repository of ${domain}` : `${domain}/${repository}`;
  return on === 'package' ? `every package in ${place}` : place;
}
