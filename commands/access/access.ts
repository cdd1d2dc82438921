import { type Issuer, tokenScripts } from './github-tokens';
import { all, any, FALSE, type Formula, keysIn, unknown } from './language/formula';
import { joined, type Script } from './language/script';
import { BEARER_TOKEN, type Operation, TAKE_IN } from './operations';
import { fromPublicPyPi } from './package-groups';
import { permitted } from './permissions';
import { bearerScripts, principalScripts, resourceScripts } from './requests';
import { byResourcePolicy } from './resource-policy';
import type { AccessSetup, Identity } from './setup';
import { principalTrust, tokenTrust } from './trust';

/** Those who ask, by the way in which they get in. */
export type Asker =
  /** A workflow run, with its token, by a role. */
  | { readonly by: 'token'; readonly issuer: Issuer }
  /** A principal of AWS, by a role that it may assume, or a user of the templates. */
  | { readonly by: 'role' }
  /** A principal of another account, which that account lets do so. */
  | { readonly by: 'resource policy' }
  /** A principal of the account that has no rights of its own but to bearer tokens. */
  | { readonly by: 'resource policy alone' }
  /** Whoever publishes on public PyPI. */
  | { readonly by: 'public PyPI' };

/** All who can ask, in any of some setups. */
export function askersOf(...setups: readonly AccessSetup[]): Asker[] {
  const names = setups.flatMap(({ identities }) =>
    identities.flatMap(({ trust }) =>
      trust.flatMap(({ principals }) => (principals?.Federated ?? []).map(issuerName)),
    ),
  );
  const tokens = [...new Set(names)].filter((name) => name !== undefined).sort();
  return [
    ...tokens.map((name) => ({ by: 'token' as const, issuer: { name } })),
    { by: 'role' },
    { by: 'resource policy' },
    { by: 'resource policy alone' },
    { by: 'public PyPI' },
  ];
}

function issuerName(providerArn: string): string | undefined {
  return providerArn.split(':oidc-provider/')[1];
}

/** All requests of those who ask, for an operation; the keys tell which of them have to be told apart. */
export function requestScripts(
  asker: Asker,
  operation: Operation,
  partition: string,
  formula: Formula,
): Script[] {
  const what =
    operation.about === 'none' && operation.name === BEARER_TOKEN.name
      ? bearerScripts()
      : resourceScripts(operation.about, partition);
  if (asker.by === 'public PyPI') return what.slice(0, 1);
  const who =
    asker.by === 'token' ? tokenScripts(asker.issuer, keysIn(formula)) : principalScripts(partition);
  return who.flatMap((first) => what.map((second) => joined(first, second)));
}

/** Who of those who ask may do what: the condition that a request has to meet. */
export function access(setup: AccessSetup, operation: Operation, asker: Asker): Formula {
  const open = setup.unread.map(unknown);
  switch (asker.by) {
    case 'public PyPI':
      return operation === TAKE_IN ? any(fromPublicPyPi(setup), ...open) : FALSE;
    case 'token':
      if (operation === TAKE_IN) return FALSE;
      return any(
        ...byIdentity(setup, operation, (identity) => tokenTrust(setup, identity, asker.issuer)),
        ...open,
      );
    case 'role':
      if (operation === TAKE_IN) return FALSE;
      return any(...byIdentity(setup, operation, principalTrust), ...open);
    default:
      return any(byResourcePolicy(setup, operation, asker.by === 'resource policy'), ...open);
  }
}

function byIdentity(
  setup: AccessSetup,
  operation: Operation,
  trust: (identity: Identity) => Formula,
): Formula[] {
  return setup.identities.map((identity) => {
    const trusted = trust(identity);
    return trusted.is === 'false' ? FALSE : all(trusted, permitted(setup, identity, operation));
  });
}
