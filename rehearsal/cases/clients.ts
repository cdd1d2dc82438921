import type { Role } from '../../evaluation/template';
import { basic, call, type Distribution, upload } from '../aws/client';
import type { Credentials } from '../aws/cloud';
import { AwsError } from '../aws/errors';
import type { JobIdentity } from '../github/claims';
import type { SignOptions } from '../github/issuer';
import { wheel } from '../python/wheel';
import type { Stage } from '../stage';
import { type Door, Refused } from './door';
import { EXAMPLE } from './example';

const at = { domain: EXAMPLE.domain, 'domain-owner': EXAMPLE.account };

/** Turns what a service answers into the refusal its user sees. */
export async function behind<T>(door: Door, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof AwsError) throw new Refused(door, `${error.code}: ${error.message}`);
    throw error;
  }
}

/** A job's way in: a token of GitHub, then a session of the publish role. */
export async function assume(
  stage: Stage,
  identity: JobIdentity,
  options: SignOptions & { readonly roleArn?: string; readonly seconds?: number } = {},
): Promise<Credentials> {
  const token = await stage.backdrop.issuer.sign(identity, { audience: 'sts.amazonaws.com', ...options });
  return assumeWith(stage, token, options);
}

export function assumeWith(
  stage: Stage,
  token: string,
  { roleArn = publishRole(stage).arn, seconds = 900 } = {},
) {
  return behind(
    'STS',
    stage.sts.assumeRoleWithWebIdentity({ roleArn, sessionName: 'publish', token, seconds }),
  );
}

/** The one role that anything lets publish. */
export function publishRole({ cloud }: Stage): Role {
  const publishes = ({ policies }: Role) =>
    policies.some(({ statements }) =>
      statements.some(({ actions }) => actions.includes('codeartifact:PublishPackageVersion')),
    );
  const [role, ...more] = cloud.setup.roles.filter(publishes);
  if (!role || more.length) throw new Error('the example has one role that publishes');
  return role;
}

/** One call to the control plane. */
export function ask<T>(
  stage: Stage,
  credentials: Credentials,
  method: 'GET' | 'POST',
  path: string,
  query = {},
) {
  const to = { url: stage.machine.endpoints.codeartifact, region: EXAMPLE.region };
  return behind('CodeArtifact', call<T>(to, credentials, method, path, { ...at, ...query }));
}

export async function bearer(stage: Stage, credentials: Credentials, query: object = { duration: 900 }) {
  type Answer = { authorizationToken: string };
  return (await ask<Answer>(stage, credentials, 'POST', '/v1/authorization-token', query)).authorizationToken;
}

export const repositoryUrl = (stage: Stage, name: string = EXAMPLE.repository) =>
  `${stage.pypiUrl}/pypi/d/${EXAMPLE.domain}-${EXAMPLE.account}/${name}/`;

/** A wheel that is never the same twice, unless it is asked to be. */
export function distribution(name: string, version = '1.0.0', salt = ''): Distribution {
  const module = name.toLowerCase().replaceAll(/[-.]/g, '_');
  const files = [{ path: `${module}.py`, content: `SALT = ${JSON.stringify(salt)}\n` }];
  return { name, version, ...wheel({ name, version, files }) };
}

export async function publishFile(stage: Stage, token: string, file: Distribution, repository?: string) {
  const { status, message } = await upload(repositoryUrl(stage, repository), basic(token), file);
  if (status !== 200) throw new Refused('index', `${status} ${message}`);
}

export interface Listed {
  readonly filename: string;
  readonly url: string;
}

export interface ReadOptions {
  readonly authorization?: string;
  readonly accept?: string;
  readonly repository?: string;
}

/** A project's page, as text. */
export async function page(stage: Stage, token: string, name: string, options: ReadOptions = {}) {
  const { authorization = basic(token), accept = 'application/vnd.pypi.simple.v1+json' } = options;
  const url = `${repositoryUrl(stage, options.repository)}simple/${name}/`;
  const response = await fetch(url, { headers: { ...(authorization && { authorization }), accept } });
  const text = await response.text();
  if (!response.ok) throw new Refused('index', `${response.status} ${text}`);
  return { text, url, type: response.headers.get('content-type') };
}

/** Names of the files that a project's page lists. */
export async function files(
  stage: Stage,
  token: string,
  name: string,
  options?: ReadOptions,
): Promise<Listed[]> {
  const { text, url } = await page(stage, token, name, options);
  return (JSON.parse(text) as { files: Listed[] }).files.map((file) => ({
    ...file,
    url: new URL(file.url, url).href,
  }));
}

export async function download(token: string, file: Listed): Promise<Buffer> {
  const response = await fetch(file.url, { headers: { authorization: basic(token) } });
  if (!response.ok) throw new Refused('index', `${response.status} ${await response.text()}`);
  return Buffer.from(await response.arrayBuffer());
}
