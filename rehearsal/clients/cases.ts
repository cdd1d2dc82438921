import type { Identity } from '../aws/cloud';
import type { Case } from '../cases/case';
import { distribution } from '../cases/clients';
import { Refused } from '../cases/door';
import { EXAMPLE } from '../cases/example';
import { type PolicyName, person } from '../cases/people';
import { file } from './bash';
import type { Client, Publisher } from './client';
import { AskedElsewhere, type Work, type World } from './world';

const { account, domain, repository } = EXAMPLE;
const INTERNAL = EXAMPLE.package;

type Row = Pick<Client, 'name' | 'version' | 'through'>;

export interface ClientCase extends Case {
  /** Which line of the page it is about. */
  readonly row: Row;
  readonly column: 'installs' | 'outsider' | 'look-alike' | 'publishes' | 'reader';
}

let count = 0;

/** Somebody whom no other case is about, so that what was decided can be told apart. */
function somebody(of: string, policy: PolicyName): Identity {
  const { principal, policies } = person(of, policy);
  return { principal: { ...principal, sessionArn: `${principal.sessionArn}-${++count}` }, policies };
}

export const member = () => somebody('222222222222', 'install');
const stranger = () => somebody('333333333333', 'everything');

/** How somebody gets in. */
export type Access = (world: World, who: Identity) => Omit<Work, 'script'>;

/** A token from somewhere. The stranger's is a forged one, since he can't have any. */
export const TOKEN: Access = (world, who) => ({ token: world.tokenOf(who) });

/** Credentials of AWS, with which the program gets a token by itself. */
export const CREDENTIALS: Access = (world, who) => ({ who, env: { AWS_CLI_2: world.awsCli2 } });

/** The same with the index at its real address, and the endpoint for boto3. */
export const KEYRING: Access = (world, who) => ({
  who,
  env: {
    INDEX_URL: world.realIndex,
    AWS_ENDPOINT_URL_CODEARTIFACT: world.scene.stage.machine.endpoints.codeartifact,
    PYTHON_KEYRING_BACKEND: 'keyrings.codeartifact.CodeArtifactBackend',
  },
});

const CHECK = [
  'from importlib.metadata import version',
  `v = version("${INTERNAL.name}"); assert v == "${INTERNAL.version}", "it took the look-alike " + v`,
  `import ${INTERNAL.module}, public_tool`,
].join('\n');

function script(one: Client, packages: string): string {
  const { start, project, credentials, index, install } = one;
  return [start, `PACKAGES='${packages}'`, project, credentials, index, install].filter(Boolean).join('\n');
}

export function installCases(world: World, one: Client, access: Access): ClientCase[] {
  const says = `${one.name} ${one.version}${one.through ? ` with ${one.through}` : ''}`;
  const both = one.packages ?? `${INTERNAL.name} public-tool`;
  const attempt = (who: Identity, what: string, more = '') =>
    world.runAs(who, { ...access(world, who), script: `${script(one, what)}\n${more}` });
  return [
    {
      row: one,
      column: 'installs',
      says: `${says} installs an internal and a public package`,
      expect: 'allowed',
      because: 'the one index has both, and the internal name has nothing from outside',
      slow: true,
      run: () => attempt(member(), both, `${file('check.py', CHECK)}\n${one.python} check.py`),
    },
    {
      row: one,
      column: 'outsider',
      says: `${says} installs for another organization`,
      expect: [
        'client',
        access === TOKEN
          ? /not authorized to perform: codeartifact:ReadFromRepository/
          : /not authorized to perform: codeartifact:GetAuthorizationToken/,
      ],
      because: 'the policies of domain and repository name the organization',
      slow: true,
      run: () => attempt(stranger(), both),
    },
    {
      row: one,
      column: 'look-alike',
      says: `${says} looks for an internal name that exists outside alone`,
      expect: [
        'client',
        /(No matching distribution found for|Could not find a matching version of package|Unable to find candidates for|Because) acme-unborn/,
      ],
      because: 'the package group takes nothing from outside',
      slow: true,
      run: () => attempt(member(), 'acme-unborn'),
    },
  ];
}

export function publishCases(world: World, one: Publisher): ClientCase[] {
  const says = `${one.name} ${one.version}`;
  const build = (by: string) =>
    distribution(`acme-${by}-${one.name.toLowerCase()}-${one.version.replaceAll('.', '-')}`, '1.0.0', by);
  const work = (by: string, token: string) => {
    const built = build(by);
    const project = `[tool.poetry]\nname = "${built.name}"\nversion = "1.0.0"\ndescription = ""\nauthors = []`;
    const place = `mkdir dist\nmv ${built.filename} dist/\n${file('pyproject.toml', project)}`;
    return { built, work: { script: [one.start, place, one.publish].join('\n'), token, files: [built] } };
  };
  return [
    {
      row: one,
      column: 'publishes',
      says: `${says} publishes as the publish role`,
      expect: 'allowed',
      because: 'that is what it is for',
      slow: true,
      run: async () => {
        const { built, work: upload } = work('by', world.publisher);
        await world.run(upload);
        const folder = `${account}/${domain}/${repository}`;
        const stored = world.scene.stage.store.file(folder, built.name, built.filename);
        if (stored?.size !== built.content.length) throw new Error(`${built.filename} is not there`);
      },
    },
    {
      row: one,
      column: 'reader',
      says: `${says} publishes for a reader of the organization`,
      expect: ['client', /not authorized to perform: codeartifact:PublishPackageVersion/],
      because: 'the organization reads and does not write',
      slow: true,
      run: async () => {
        const reader = somebody('222222222222', 'everything');
        await world.runAs(reader, work('for', world.tokenOf(reader)).work);
      },
    },
  ];
}

/** That the checks above would notice. */
export function controlCases(world: World, pip: Client): ClientCase[] {
  const row = { name: 'control', version: '' };
  const { simpleUrl } = world.scene.backdrop.pypi;
  const attempt = (options: string) => {
    const packages = `${options} ${INTERNAL.name} public-tool`;
    const check = `${file('check.py', CHECK)}\n${pip.python} check.py`;
    return world.run({ token: world.tokenOf(member()), script: `${script(pip, packages)}\n${check}` });
  };
  return [
    {
      row,
      column: 'look-alike',
      says: 'pip with the public index beside the internal one',
      expect: ['client', /it took the look-alike 99\.0\.0/],
      because: 'of two indexes the higher version wins, whoever made it',
      slow: true,
      run: () => attempt(`--extra-index-url ${simpleUrl}`),
    },
    {
      row,
      column: 'look-alike',
      says: 'pip with an index on the internet',
      expect: ['client', /asked elsewhere: index\.example\.com:443/],
      because: 'whoever asks another index than the one is found out',
      slow: true,
      run: () =>
        attempt('--retries 0 --extra-index-url https://index.example.com/simple/').catch((error: unknown) => {
          throw error instanceof AskedElsewhere ? new Refused('client', error.message) : error;
        }),
    },
  ];
}
