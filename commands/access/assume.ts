import { Misuse } from '../command';
import { askersOf } from './access';
import type { Answered } from './answer';
import { tokenScripts } from './github-tokens';
import { someOf } from './language/decide';
import { keysIn } from './language/formula';
import { principalScripts } from './requests';
import type { AccessSetup } from './setup';
import { type Item, sentences } from './told/item';
import { principalItems } from './told/principal-item';
import { tokenItems } from './told/token-item';
import { principalTrust } from './trust';

/** Who can be a role, by its name, its ARN or a part of its name that no other has. */
export function tokenAnswers(setup: AccessSetup, name: string): Answered {
  const roles = setup.identities.filter(({ kind }) => kind === 'role');
  const exact = roles.filter((role) => role.name === name || role.arn === name);
  const [role, ...others] = exact.length > 0 ? exact : roles.filter((one) => one.name.includes(name));
  if (!role || others.length > 0) {
    const which = role ? `is in the names of ${others.length + 1} roles` : 'is the name of no role';
    throw new Misuse(
      `${name} ${which}. There are: ${
        roles
          .map((one) => one.name)
          .sort()
          .join(', ') || 'none'
      }.`,
    );
  }
  const certain: Item[] = [];
  const perhaps: Answered['perhaps'][number][] = [];
  for (const asker of askersOf(setup)) {
    if (asker.by !== 'token' && asker.by !== 'role') continue;
    const items =
      asker.by === 'token'
        ? tokenItems(setup, role, asker.issuer)
        : principalItems(role, principalTrust(role));
    for (const item of items) {
      const scripts =
        asker.by === 'token'
          ? tokenScripts(asker.issuer, keysIn(item.formula))
          : principalScripts(setup.partition);
      const answer = someOf(scripts, item.formula);
      if (answer.is === 'some') certain.push(item);
      if (answer.is === 'not decided')
        perhaps.push({ what: '', who: sentences([item]).join(), reasons: answer.reasons });
    }
  }
  const to = certain.length === 0 ? [] : [{ what: '', by: role.name, who: sentences(certain) }];
  return { to, perhaps, widening: [...new Set(certain.flatMap(({ widening }) => widening))].sort() };
}
