import type { Stage } from '../stage';
import type { Case } from './case';
import {
  ask,
  bearer,
  distribution,
  download,
  files,
  page,
  publishFile,
  type ReadOptions,
  repositoryUrl,
} from './clients';
import { EXAMPLE } from './example';
import { type PolicyName, signIn } from './people';
import type { Scene } from './scene';

const MEMBER = '222222222222';
const FOREIGNER = '333333333333';
const LONER = '444444444444';

const tokenOf = (stage: Stage, account: string, policy: PolicyName) =>
  bearer(stage, signIn(stage, account, policy), {});

/** Puts a package there, whoever reads it afterwards. */
async function provided(stage: Stage, name: string, version = '1.0.0') {
  const file = distribution(name, version);
  await publishFile(stage, await tokenOf(stage, EXAMPLE.account, 'everything'), file);
  return file;
}

const read =
  (account: string, policy: PolicyName, options?: ReadOptions) =>
  async ({ stage }: Scene) => {
    await provided(stage, 'acme-read');
    return files(stage, await tokenOf(stage, account, policy), 'acme-read', options);
  };

export const INSTALL_CASES: readonly Case[] = [
  {
    says: 'an account of the organization downloads an internal package',
    expect: 'allowed',
    because: 'domain and repository policy admit the organization, its own policy allows it',
    run: async ({ stage }) => {
      const file = await provided(stage, 'acme-downloaded');
      const token = await tokenOf(stage, MEMBER, 'install');
      const [listed] = await files(stage, token, file.name);
      if (!listed || !(await download(token, listed)).equals(file.content)) throw new Error('wrong bytes');
    },
  },
  {
    says: 'a client reads the index as HTML',
    expect: 'allowed',
    because: 'PEP 503 is what old clients know',
    run: async ({ stage }) => {
      const file = await provided(stage, 'acme-html');
      const token = await tokenOf(stage, MEMBER, 'install');
      const { text, type } = await page(stage, token, file.name, { accept: 'text/html' });
      if (type !== 'text/html' || !text.includes(`>${file.filename}</a>`)) throw new Error(text);
    },
  },
  {
    says: 'a client wants the index in a form that does not exist',
    expect: ['index', /^406 /],
    because: 'CodeArtifact answers 406 to an Accept it does not know',
    run: read(MEMBER, 'install', { accept: 'application/xml' }),
  },
  {
    says: 'a client shows its token as Bearer',
    expect: 'allowed',
    because: 'Basic and Bearer are both taken',
    run: async ({ stage }) => {
      const file = await provided(stage, 'acme-bearer');
      const authorization = `Bearer ${await tokenOf(stage, MEMBER, 'install')}`;
      await files(stage, '', file.name, { authorization });
    },
  },
  {
    says: 'somebody of the owner account with nothing but the right to a bearer token installs',
    expect: 'allowed',
    because: 'within the account, what the resource policies grant to everyone is enough',
    run: read(EXAMPLE.account, 'bearerOnly'),
  },
  {
    says: 'an account of another organization wants a token',
    expect: [
      'CodeArtifact',
      /AccessDeniedException: .*not authorized to perform: codeartifact:GetAuthorizationToken/,
    ],
    because: 'the domain policy names the organization',
    run: read(FOREIGNER, 'everything'),
  },
  {
    says: 'an account of no organization wants a token',
    expect: [
      'CodeArtifact',
      /AccessDeniedException: .*not authorized to perform: codeartifact:GetAuthorizationToken/,
    ],
    because: 'it has no organization at all',
    run: read(LONER, 'everything'),
  },
  {
    says: 'an account of another organization asks where the repository is',
    expect: ['CodeArtifact', /not authorized to perform: codeartifact:GetRepositoryEndpoint/],
    because: 'the repository policy names the organization',
    run: async ({ stage }) =>
      ask(stage, signIn(stage, FOREIGNER, 'everything'), 'GET', '/v1/repository/endpoint', {
        repository: EXAMPLE.repository,
        format: 'pypi',
      }),
  },
  {
    says: 'a member of the organization whose own policy grants nothing wants a token',
    expect: ['CodeArtifact', /no identity policy allows it/],
    because: 'across accounts both sides have to agree',
    run: read(MEMBER, 'bearerOnly'),
  },
  {
    says: 'a member of the organization may not have bearer tokens',
    expect: ['CodeArtifact', /not authorized to perform: sts:GetServiceBearerToken/],
    because: 'no resource policy can grant that',
    run: read(MEMBER, 'withoutBearer'),
  },
  {
    says: 'a member of the organization publishes',
    expect: [
      'index',
      /^403 .*codeartifact:PublishPackageVersion.*no resource policy allows it across accounts/,
    ],
    because: 'the organization reads and does not write',
    run: async ({ stage }) =>
      publishFile(stage, await tokenOf(stage, MEMBER, 'everything'), distribution('acme-from-member')),
  },
  {
    says: 'somebody of the owner account without a right to it publishes',
    expect: ['index', /^403 .*codeartifact:PublishPackageVersion.*leaves it to the account/],
    because: 'naming the account delegates to its policies',
    run: async ({ stage }) =>
      publishFile(stage, await tokenOf(stage, EXAMPLE.account, 'bearerOnly'), distribution('acme-from-dev')),
  },
  {
    says: 'an administrator of the owner account publishes',
    expect: 'allowed',
    because: 'the account is the one that publishes',
    run: async ({ stage }) => provided(stage, 'acme-from-admin'),
  },
  {
    says: 'a member that may only publish at home reads',
    expect: ['index', /^403 .*codeartifact:ReadFromRepository.*no identity policy allows it/],
    because: 'its own policy does not allow reading',
    run: read(MEMBER, 'publishOnly'),
  },
  {
    says: 'a member of the organization reads the repository of public packages itself',
    expect: ['index', /^403 .*codeartifact:ReadFromRepository/],
    because: 'it is meant to be used through the published one',
    run: async ({ stage }) =>
      files(stage, await tokenOf(stage, MEMBER, 'everything'), 'public-tool', { repository: EXAMPLE.store }),
  },
  {
    says: 'nobody in particular reads',
    expect: ['index', /^401 /],
    because: 'there is no anonymous access',
    run: async ({ stage }) => files(stage, '', 'acme-read', { authorization: '' }),
  },
  {
    says: 'somebody makes up a token',
    expect: ['index', /^401 /],
    because: 'nobody handed it out',
    run: async ({ stage }) => files(stage, 'eyJ2ZXIiOjEsIn0', 'acme-read'),
  },
  {
    says: 'a token of another domain is used here',
    expect: ['index', /^401 .*the token is not for domain acme/],
    because: 'a token belongs to one domain',
    run: async ({ stage }) => {
      const account = FOREIGNER;
      const arn = `arn:aws:codeartifact:${EXAMPLE.region}:${account}:domain/globex`;
      const { setup } = stage.cloud;
      stage.cloud.setup = { ...setup, domains: [...setup.domains, { name: 'globex', owner: account, arn }] };
      const mine = { domain: 'globex', 'domain-owner': account };
      const token = await bearer(stage, signIn(stage, account, 'everything'), mine);
      return files(stage, token, 'acme-read');
    },
  },
  {
    says: 'a member installs a public package through the published repository',
    expect: 'allowed',
    because: 'it comes from upstream, and is kept',
    run: async ({ stage }) => {
      const token = await tokenOf(stage, MEMBER, 'install');
      const [listed] = await files(stage, token, 'public-tool');
      if (!listed) throw new Error('public-tool is not in the index');
      await download(token, listed);
      for (const name of [EXAMPLE.repository, EXAMPLE.store]) {
        const kept = stage.store.packages(`${EXAMPLE.account}/${EXAMPLE.domain}/${name}`);
        if (!kept.includes('public-tool')) throw new Error(`${name} did not keep it`);
      }
    },
  },
  {
    says: 'somebody puts a higher version of an internal package on public PyPI',
    expect: 'allowed',
    because: 'it never shows up here',
    run: async ({ stage }) => {
      await provided(stage, 'acme-confused', '1.0.0');
      const listed = await files(stage, await tokenOf(stage, MEMBER, 'install'), 'acme-confused');
      const strange = listed.filter(({ filename }) => !filename.includes('-1.0.0-'));
      if (!listed.length || strange.length)
        throw new Error(`listed: ${listed.map((f) => f.filename).join()}`);
    },
  },
  {
    says: 'somebody claims an internal name on public PyPI before it is published here',
    expect: ['index', /^404 /],
    because: 'the package group takes nothing of that name from outside',
    run: async ({ stage }) => files(stage, await tokenOf(stage, MEMBER, 'install'), 'acme-unborn'),
  },
  {
    says: 'an administrator publishes under the name of a public package that is in use',
    expect: ['index', /^403 .*origin controls block publishing/],
    because: 'its first version came from upstream',
    run: async ({ stage }) => {
      const token = await tokenOf(stage, MEMBER, 'install');
      const [listed] = await files(stage, token, 'public-other');
      if (!listed) throw new Error('public-other is not in the index');
      await download(token, listed);
      return provided(stage, 'public-other', '9.0.0');
    },
  },
  {
    says: 'a project is asked for that exists nowhere',
    expect: ['index', /^404 /],
    because: 'neither the repository nor public PyPI has it',
    run: async ({ stage }) => files(stage, await tokenOf(stage, MEMBER, 'install'), 'no-such-project'),
  },
  {
    says: 'the index is restarted',
    expect: 'allowed',
    because: 'everything is on disk',
    run: async ({ stage }) => {
      const file = await provided(stage, 'acme-restarted');
      const before = repositoryUrl(stage);
      await stage.restartIndex();
      if (repositoryUrl(stage) === before) throw new Error('it was not restarted');
      const token = await tokenOf(stage, MEMBER, 'install');
      const [listed] = await files(stage, token, file.name);
      if (!listed || !(await download(token, listed)).equals(file.content)) throw new Error('wrong bytes');
    },
  },
];
