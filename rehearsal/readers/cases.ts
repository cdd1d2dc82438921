import { mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { JOB_ERRORS } from '../../src/workflow/install/scripts/check-job';
import { client as toolOf } from '../../tools/clients/clients';
import type { Client } from '../clients/client';
import { withNamedIndex, withToken } from '../clients/clients';
import { ALL, INTERNAL_ONLY, type ProjectWay, scriptOf } from './usage';
import type { ReaderWorld, Work } from './world';

export interface ReaderCase {
  /** A sentence. */
  readonly says: string;
  /** What the log has to say where it ends in a failure. */
  readonly refused?: RegExp;
  readonly run: (world: ReaderWorld) => Promise<unknown>;
}

const literally = (text: string) => new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));

function clientCases(client: Client, which: 'all' | 'internal', isNewest: boolean): ReaderCase[] {
  const how = which === 'all' ? 'all packages' : 'internal packages only';
  const named = `${client.name} ${client.version}`;
  const old = TOO_OLD[`${named}, ${how}`];
  const way = (which === 'all' ? ALL : INTERNAL_ONLY)[client.name];
  if (!way) return [];
  const install = (world: ReaderWorld, what?: string) =>
    world.run({ reader: world.setup[which], script: scriptOf(client, way, what) });
  const installs = {
    says: `${named} installs ${how} through the repository`,
    refused: old?.refused,
    run: (world: ReaderWorld) => install(world),
  };
  if (!isNewest) return [installs];
  return [
    installs,
    {
      says: `${named}, ${how}, looks for an internal name that exists outside alone`,
      refused:
        /(No matching distribution found for|Could not find a matching version of package|Unable to find candidates for|Because) acme-unborn/,
      run: (world) => install(world, 'acme-unborn'),
    },
  ];
}

/** What is too old for the action, as docs/action.md says. */
const TOO_OLD: Readonly<Record<string, { readonly refused: RegExp }>> = {
  'uv 0.4.24, all packages': { refused: /invalid value .* for '--default-index <DEFAULT_INDEX>'/ },
  'uv 0.4.24, internal packages only': { refused: /acme-orders-sdk was not found in the package registry/ },
  'PDM 2.0.3, all packages': { refused: /The credentials for \S+ are not provided/ },
  'PDM 2.0.3, internal packages only': { refused: /it took the look-alike 99\.0\.0/ },
};

/** A folder of programs, as a container has them. */
function container(world: ReaderWorld, programs: string, python: boolean): string {
  const { machine } = world.stage;
  const bin = join(machine.folder('container'), 'bin');
  mkdirSync(bin);
  for (const program of programs.split(' ')) symlinkSync(`/usr/bin/${program}`, join(bin, program));
  return python ? `${machine.python(machine.folder('python'))}:${bin}` : bin;
}

const SLIM = 'bash sh env cat tr grep sort ln mkdir';
const pip = () =>
  withToken()
    .filter(({ name }) => name === 'pip')
    .at(-1) as Client;
const install = (work: Omit<Work, 'script'>) => ({ ...work, script: scriptOf(pip(), ALL.pip as ProjectWay) });

/** The whole action with no client behind it, whatever the later step prints. */
export const WITHOUT_CLIENT: ReaderCase = {
  says: 'a later step has the token in its environment, and nothing of AWS',
  run: (world) =>
    world.run({
      reader: world.setup.all,
      script: [
        'test "$UV_DEFAULT_INDEX" = "acme-python=$INDEX_URL"',
        'test "$PIP_INDEX_URL" = "https://aws:$UV_INDEX_ACME_PYTHON_PASSWORD@${INDEX_URL#https://}"',
        'test -z "$AWS_SESSION_TOKEN$AWS_ACCESS_KEY_ID$AWS_SECRET_ACCESS_KEY"',
        'env | sort',
      ].join('\n'),
    }),
};

export const jobCases = (): ReaderCase[] => [
  {
    says: 'a pull request from within the repository installs',
    run: (world) =>
      world.run(
        install({ reader: world.setup.all, event: { name: 'pull_request', ref: 'refs/pull/1/merge' } }),
      ),
  },
  {
    says: 'a pull request from a fork',
    refused: literally(`::error title=Install from CodeArtifact::${JOB_ERRORS.fork}`),
    run: (world) => {
      const event = { name: 'pull_request', ref: 'refs/pull/1/merge', fork: 'mallory/shop' } as const;
      return world.run({ reader: world.setup.all, event });
    },
  },
  {
    says: 'a job without id-token: write',
    refused: literally(`::error title=Install from CodeArtifact::${JOB_ERRORS.permission}`),
    run: (world) => world.run({ reader: world.setup.all, permissions: { contents: 'read' } }),
  },
  {
    says: 'a job that has not checked out the action',
    refused: /Did you forget to run actions\/checkout before running your local action/,
    run: (world) => world.run({ reader: world.setup.all, steps: world.setup.all.snippet.steps.slice(1) }),
  },
  {
    says: 'a container with Python and no program of AWS installs',
    run: (world) => world.run(install({ reader: world.setup.all, path: container(world, SLIM, true) })),
  },
  {
    says: 'a container with Python and curl installs',
    run: (world) =>
      world.run(install({ reader: world.setup.all, path: container(world, `${SLIM} curl`, true) })),
  },
  {
    says: 'a container with curl alone',
    refused: literally(`::error title=Install from CodeArtifact::${JOB_ERRORS.program}`),
    run: (world) => world.run({ reader: world.setup.all, path: container(world, `${SLIM} curl`, false) }),
  },
  {
    says: 'a container without bash',
    refused: literally(`::error title=Install from CodeArtifact::${JOB_ERRORS.bash}`),
    run: (world) => world.run({ reader: world.setup.all, path: container(world, 'sh env cat', false) }),
  },
  {
    says: 'a PDM on PATH that is too old',
    refused: literally(`::error title=Install from CodeArtifact::${JOB_ERRORS.pdm}`),
    run: (world) => {
      const pdm = dirname(toolOf('pdm', 'oldest').program('pdm'));
      return world.run({ reader: world.setup.internal, path: `${container(world, SLIM, true)}:${pdm}` });
    },
  },
  {
    says: 'an action of another repository, which is trusted with nothing, installs for two hours',
    run: async (world) => {
      const { lifetimes } = world.stage.cloud;
      await world.run(install({ reader: world.setup.hosted }));
      const lasts = (some: readonly number[]) => some.some((seconds) => Math.round(seconds) === 7200);
      if (!lasts(lifetimes.token) || !lasts(lifetimes.session)) throw new Error(JSON.stringify(lifetimes));
    },
  },
  {
    says: 'a stack that knows neither account nor Region installs by configuration variables',
    run: (world) => world.run(install({ reader: world.setup.anywhere, vars: variables(world) })),
  },
  {
    says: 'a configuration variable that nobody set',
    refused:
      /::error title=Install from CodeArtifact::The input domain_owner is empty: .* CODEARTIFACT_DOMAIN_OWNER,/,
    run: (world) => {
      const { CODEARTIFACT_DOMAIN_OWNER: _, ...vars } = variables(world);
      return world.run({ reader: world.setup.anywhere, vars });
    },
  },
  {
    says: 'no later step has credentials of AWS',
    run: async (world) => {
      const { log } = await world.run(install({ reader: world.setup.all }));
      if (!log.text.includes('Credentials of AWS: 0')) throw new Error('it has');
    },
  },
];

function variables({ stage }: ReaderWorld) {
  const role = stage.cloud.setup.roles.find(({ arn }) => arn.includes('-All-'));
  return {
    CODEARTIFACT_REGION: 'us-east-1',
    CODEARTIFACT_DOMAIN_OWNER: '111111111111',
    CODEARTIFACT_ROLE_TO_READ: role?.arn ?? '',
  };
}

/** What every client does, at its oldest version and its newest, in both ways. */
export const readerCases = (): ReaderCase[] => {
  const clients = withToken();
  const isNewest = (one: Client) => one === clients.filter(({ name }) => name === one.name).at(-1);
  return (['all', 'internal'] as const).flatMap((which) =>
    [...clients, ...withNamedIndex()].flatMap((one) => clientCases(one, which, isNewest(one))),
  );
};
