import type { Case } from '../cases/case';
import { EXAMPLE } from '../cases/example';
import type { Client } from './client';
import { MEMBER, STRANGER, type World } from './world';

const INTERNAL = EXAMPLE.package;
const CHECK = [
  'import importlib.metadata as m, acme_orders_sdk, public_tool',
  `assert m.version(\\"${INTERNAL.name}\\") == \\"${INTERNAL.version}\\", m.version(\\"${INTERNAL.name}\\")`,
].join('; ');

export interface ClientCase extends Case {
  readonly column: 'installs' | 'outsider' | 'look-alike' | 'publishes';
}

const script = ({ start, prepare, install }: Client, packages: string) =>
  [start, `PACKAGES='${packages}'`, prepare, install].join('\n');

export function installCases(world: World, one: Client): ClientCase[] {
  const says = `${one.name} ${one.version}`;
  return [
    {
      column: 'installs',
      says: `${says} installs an internal and a public package`,
      expect: 'allowed',
      because: 'the one index has both, and the internal name has nothing from outside',
      slow: true,
      run: () =>
        world.run(
          `${script(one, `${INTERNAL.name} public-tool`)}\n${one.python} -c "${CHECK}"`,
          world.tokenOf(MEMBER),
        ),
    },
    {
      column: 'outsider',
      says: `${says} with a token of another organization`,
      expect: ['client', /403/],
      because: 'the repository policy names the organization',
      slow: true,
      run: () => world.run(script(one, `${INTERNAL.name} public-tool`), world.tokenOf(STRANGER)),
    },
    {
      column: 'look-alike',
      says: `${says} looks for an internal name that exists outside alone`,
      expect: ['client', /acme-unborn/],
      because: 'the package group takes nothing from outside',
      slow: true,
      run: () => world.run(script(one, 'acme-unborn'), world.tokenOf(MEMBER)),
    },
  ];
}
