import { client, type Release } from '../../tools/clients/clients';
import { EXAMPLE } from '../cases/example';
import { programAt } from './bash';
import { type ClientCase, KEYRING, member } from './cases';
import type { World } from './world';

const { account, domain, region } = EXAMPLE;

/** Hosts of the same repository that keyrings.codeartifact does not take for one. */
const UNKNOWN = [
  `${domain}-${account}.d.codeartifact.${region}.on.aws`,
  `vpce-0a1b2c3d-x.d.codeartifact.${region}.vpce.amazonaws.com`,
];

/** What the page says of keyrings.codeartifact beside the table. */
export const keyringCases = (world: World): ClientCase[] =>
  (['oldest', 'newest'] as const).map((release: Release) => ({
    row: { name: 'keyrings.codeartifact', version: release },
    column: 'installs',
    says: `keyrings.codeartifact, ${release}, has a token of an hour for the one host and none for others`,
    expect: 'allowed',
    because: 'it matches the whole host name',
    slow: true,
    run: async () => {
      const who = member();
      const others = UNKNOWN.map((host) => `! keyring get https://${host}/pypi/python/simple/ aws || exit 1`);
      const script = [
        programAt(client('keyring', release).program('keyring')),
        'test -n "$(keyring get $INDEX_URL aws)"',
        ...others,
      ].join('\n');
      const { token } = world.scene.stage.cloud.lifetimes;
      await world.run({ ...KEYRING(world, who), script });
      if (!token.some((seconds) => Math.round(seconds) === 3600)) throw new Error(`tokens of ${token} s`);
    },
  }));
