import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { JOB_ERRORS } from '../../src/workflow/install/scripts/check-job';
import type { Client } from '../clients/client';
import { withToken } from '../clients/clients';
import type { ReadersSetup } from './app';
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

function clientCases(
  client: Client,
  way: ProjectWay,
  which: keyof Omit<ReadersSetup, 'template'>,
): ReaderCase[] {
  const how = which === 'all' ? 'all packages' : 'internal packages only';
  const says = `${client.name} ${client.version} installs ${how} through the repository`;
  return [
    { says, run: (world) => world.run({ reader: world.setup[which], script: scriptOf(client, way) }) },
    {
      says: `${client.name} ${client.version}, ${how}, looks for an internal name that exists outside alone`,
      refused:
        /(No matching distribution found for|Could not find a matching version of package|Unable to find candidates for|Because) acme-unborn/,
      run: (world) => world.run({ reader: world.setup[which], script: scriptOf(client, way, 'acme-unborn') }),
    },
  ];
}

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
      return world.run(install({ reader: world.setup.all, event }));
    },
  },
  {
    says: 'a job without id-token: write',
    refused: literally(`::error title=Install from CodeArtifact::${JOB_ERRORS.permission}`),
    run: (world) => world.run(install({ reader: world.setup.all, permissions: { contents: 'read' } })),
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
    run: (world) =>
      world.run(install({ reader: world.setup.all, path: container(world, `${SLIM} curl`, false) })),
  },
  {
    says: 'a container without bash',
    refused: literally(`::error title=Install from CodeArtifact::${JOB_ERRORS.bash}`),
    run: (world) =>
      world.run(install({ reader: world.setup.all, path: container(world, 'sh env cat', false) })),
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
      return world.run(install({ reader: world.setup.anywhere, vars }));
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
export const readerCases = (): ReaderCase[] => [
  ...withToken().flatMap((client) => clientCases(client, ALL[client.name] as ProjectWay, 'all')),
  ...withToken().flatMap((client) => {
    const way = INTERNAL_ONLY[client.name];
    return way ? clientCases(client, way, 'internal') : [];
  }),
];
