import { createHash } from 'node:crypto';
import type { Stage } from '../stage';
import type { Case } from './case';
import { ask, assume, bearer, behind, distribution, files, publishFile, publishRole } from './clients';
import { EXAMPLE, ORDERS, TAG } from './example';
import { signIn } from './people';
import type { Scene } from './scene';

async function session(scene: Scene) {
  const { identity } = await scene.publishJob(ORDERS, TAG);
  return assume(scene.stage, identity);
}

/** The token that the upload step has. */
const publisher = async (scene: Scene) => bearer(scene.stage, await session(scene));

const packageQuery = (name: string) => ({ repository: EXAMPLE.repository, format: 'pypi', package: name });

async function expectStored(stage: Stage, token: string, ...names: string[]): Promise<void> {
  const listed = (await files(stage, token, EXAMPLE.package.name)).map(({ filename }) => filename);
  for (const name of names) if (!listed.includes(name)) throw new Error(`${name} is not in the index`);
}

const denied = (says: string, name: string, because: string, repository?: string): Case => ({
  says,
  expect: ['index', /^403 .*not authorized to perform: codeartifact:PublishPackageVersion on resource/],
  because,
  run: async (scene) => publishFile(scene.stage, await publisher(scene), distribution(name), repository),
});

const lookUp = (says: string, method: 'GET' | 'POST', path: string, query: object): Case => ({
  says,
  expect: 'allowed',
  because: "it is among the seed's permissions",
  run: async (scene) => ask(scene.stage, await session(scene), method, path, query),
});

export const PUBLISH_CASES: readonly Case[] = [
  {
    says: 'the publish role uploads a version of an internal package',
    expect: 'allowed',
    because: 'that is what it is for',
    run: async (scene) => {
      const token = await publisher(scene);
      const file = distribution(EXAMPLE.package.name, '0.1.0');
      await publishFile(scene.stage, token, file);
      await expectStored(scene.stage, token, file.filename);
    },
  },
  {
    says: 'a name is written with capitals and underscores',
    expect: 'allowed',
    because: 'the ARN of a package has its normalized name',
    run: async (scene) => publishFile(scene.stage, await publisher(scene), distribution('Acme_Mixed.Case')),
  },
  {
    says: 'the same bytes are uploaded once more',
    expect: 'allowed',
    because: 'a run that broke off can be repeated',
    run: async (scene) => {
      const token = await publisher(scene);
      const file = distribution(EXAMPLE.package.name, '0.2.0');
      await publishFile(scene.stage, token, file);
      await publishFile(scene.stage, token, file);
    },
  },
  {
    says: 'other bytes are uploaded under a published name',
    expect: ['index', /^409 .* is already published with other content/],
    because: 'a published file is never replaced',
    run: async (scene) => {
      const token = await publisher(scene);
      await publishFile(scene.stage, token, distribution(EXAMPLE.package.name, '0.3.0', 'first'));
      await publishFile(scene.stage, token, distribution(EXAMPLE.package.name, '0.3.0', 'second'));
    },
  },
  denied('the publish role uploads a package of another name', 'requests', 'only acme-* is granted'),
  denied(
    'the publish role uploads a package whose name lacks the hyphen',
    'acmeorders',
    'only acme-* is granted',
  ),
  denied(
    'the publish role uploads a package that only ends like an internal one',
    'evil-acme-orders',
    'only acme-* is granted',
  ),
  denied(
    'the publish role uploads into the repository of public packages',
    'acme-orders-sdk',
    'only the published repository is granted',
    EXAMPLE.store,
  ),
  lookUp('the publish role looks at the domain', 'GET', '/v1/domain', {}),
  lookUp('the publish role looks at the repository', 'GET', '/v1/repository', {
    repository: EXAMPLE.repository,
  }),
  lookUp('the publish role lists the packages', 'POST', '/v1/packages', { repository: EXAMPLE.repository }),
  {
    says: 'the publish role lists the versions of an internal package',
    expect: 'allowed',
    because: "it is among the seed's permissions",
    run: async (scene) => {
      const credentials = await session(scene);
      const file = distribution('acme-listed');
      await publishFile(scene.stage, await bearer(scene.stage, credentials), file);
      await ask(scene.stage, credentials, 'POST', '/v1/package/versions', packageQuery('acme-listed'));
    },
  },
  {
    says: 'the publish role lists the versions of a foreign package',
    expect: 'allowed',
    because: 'the repository policy lets the organization look at every package, and the role belongs to it',
    run: async (scene) => {
      const admin = await bearer(scene.stage, signIn(scene.stage, EXAMPLE.account, 'everything'));
      await publishFile(scene.stage, admin, distribution('foreign-tool'));
      await ask(
        scene.stage,
        await session(scene),
        'POST',
        '/v1/package/versions',
        packageQuery('foreign-tool'),
      );
    },
  },
  {
    says: 'the publish role asks where another repository is',
    expect: ['CodeArtifact', /not authorized to perform: codeartifact:GetRepositoryEndpoint/],
    because: 'it has to do with one repository',
    run: async (scene) =>
      ask(scene.stage, await session(scene), 'GET', '/v1/repository/endpoint', {
        repository: EXAMPLE.store,
        format: 'pypi',
      }),
  },
  {
    says: 'somebody asks for a token of ten minutes',
    expect: ['CodeArtifact', /ValidationException/],
    because: 'CodeArtifact gives 15 minutes at least',
    run: async (scene) => bearer(scene.stage, await session(scene), { duration: 600 }),
  },
  ...[
    ['12 hours', { duration: 43200 }],
    ['as long as its session', { duration: 0 }],
    ['as long as CodeArtifact likes', {}],
  ].map(
    ([howLong, query]): Case => ({
      says: `the publish role asks for a token for ${howLong}`,
      expect: ['CodeArtifact', /not authorized to perform: sts:GetServiceBearerToken/],
      because: 'its tokens are valid for 15 minutes, no more and no less',
      run: async (scene) => bearer(scene.stage, await session(scene), query as object),
    }),
  ),
  {
    says: 'a CodeArtifact token of 15 minutes is used after 16',
    expect: ['index', /^401 Unauthenticated/],
    because: 'the token ran out',
    run: async (scene) => {
      const token = await publisher(scene);
      await later(scene.stage, 16, () =>
        publishFile(scene.stage, token, distribution(EXAMPLE.package.name, '0.4.0')),
      );
    },
  },
  {
    says: 'a session of 15 minutes is used after 16',
    expect: ['CodeArtifact', /ExpiredTokenException/],
    because: 'the session ran out',
    run: async (scene) => {
      const credentials = await session(scene);
      await later(scene.stage, 16, () => bearer(scene.stage, credentials));
    },
  },
  {
    says: 'somebody else holds an internal name on public PyPI, and it is published here',
    expect: 'allowed',
    because: 'the package group takes nothing of that name from outside',
    run: async (scene) =>
      publishFile(scene.stage, await publisher(scene), distribution('acme-squatted', '1.0.0')),
  },
  {
    says: 'the publish role wants a bearer token of another service',
    expect: ['STS', /not authorized to perform: sts:GetServiceBearerToken/],
    because: 'sts:AWSServiceName names CodeArtifact',
    run: async ({ stage }) => {
      const { arn, account, policies } = publishRole(stage);
      const context = { 'sts:AWSServiceName': 'other.amazonaws.com', 'sts:DurationSeconds': '900' };
      const ask = async () =>
        stage.cloud.demand(
          { principal: { arn, account }, policies },
          'sts:GetServiceBearerToken',
          '*',
          context,
        );
      return behind('STS', ask());
    },
  },
  {
    says: 'every action of every policy exists, and stands on a resource that it acts on',
    expect: 'allowed',
    because: 'an action on a resource of another type grants nothing, silently',
    run: async ({ stage }) => {
      const { roles, domains, repositories } = stage.cloud.setup;
      const attached = [...domains, ...repositories].flatMap(({ policy }) => policy?.policy ?? []);
      const policies = [...roles.flatMap((role) => role.policies), ...attached];
      const idle = policies.flatMap((policy) => stage.cloud.catalog.idleActions(policy));
      if (idle.length) throw new Error(idle.join('; '));
    },
  },
  {
    says: 'a stolen session key is used with a secret that was guessed',
    expect: ['CodeArtifact', /SignatureDoesNotMatch/],
    because: 'requests are signed',
    run: async (scene) => {
      const secretAccessKey = createHash('sha256').update('guess').digest('hex');
      return bearer(scene.stage, { ...(await session(scene)), secretAccessKey });
    },
  },
];

/** With the clock of the AWS side ahead. */
async function later(stage: Stage, minutes: number, act: () => Promise<unknown>): Promise<void> {
  stage.ahead = minutes * 60_000;
  try {
    await act();
  } finally {
    stage.ahead = 0;
  }
}
