import { createHash } from 'node:crypto';
import { signatureOf } from '../aws/signature';
import { Refused } from '../cases/door';
import type { TokenEndpoint } from '../github/issuer';

/** A registry as `dependabot.yml` has it. */
export interface Registry {
  readonly url: string;
  readonly 'aws-region': string;
  readonly 'account-id': string;
  readonly 'role-name': string;
  readonly domain: string;
  readonly 'domain-owner': string;
  readonly audience?: string;
}

/** Where the real addresses lead to in here. */
export interface Addresses {
  readonly sts: string;
  readonly codeartifact: string;
  /** In the place of `https://DOMAIN-OWNER.d.codeartifact.REGION.amazonaws.com/pypi/`. */
  readonly index: (path: string) => string;
}

interface Session {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
}

const USER_AGENT = 'dependabot-proxy/1.0';

/**
 * What stands between Dependabot's updater and an index: it signs in, and adds the token to what is asked for.
 *
 * The requests are those that `internal/oidc` of github.com/dependabot/proxy makes.
 */
export class DependabotProxy {
  private token?: Promise<string>;

  public constructor(
    private readonly registry: Registry,
    private readonly job: TokenEndpoint,
    private readonly addresses: Addresses,
  ) {}

  /** What a file below the index is; only what is asked for by GET is given the token. */
  public async get(path: string): Promise<Response> {
    this.token ??= this.signIn();
    const { pathname } = new URL(this.registry.url);
    const url = this.addresses.index(`${pathname.replace(/^\/pypi\//, '')}${path}`);
    return fetch(url, { headers: { authorization: `Bearer ${await this.token}` } });
  }

  private async signIn(): Promise<string> {
    return this.authorizationToken(await this.assumeRole(await this.identityToken()));
  }

  private async identityToken(): Promise<string> {
    const { audience = 'sts.amazonaws.com' } = this.registry;
    const url = new URL(this.job.ACTIONS_ID_TOKEN_REQUEST_URL);
    url.searchParams.set('audience', audience);
    const headers = {
      authorization: `Bearer ${this.job.ACTIONS_ID_TOKEN_REQUEST_TOKEN}`,
      accept: 'application/json; api-version=2.0',
      'user-agent': USER_AGENT,
    };
    const response = await fetch(url, { headers });
    if (!response.ok) throw new Refused('GitHub', await response.text());
    return ((await response.json()) as { value: string }).value;
  }

  private async assumeRole(token: string): Promise<Session> {
    const form = new URLSearchParams({
      Action: 'AssumeRoleWithWebIdentity',
      Version: '2011-06-15',
      RoleArn: `arn:aws:iam::${this.registry['account-id']}:role/${this.registry['role-name']}`,
      RoleSessionName: 'dependabot-update',
      WebIdentityToken: token,
    });
    const response = await fetch(this.addresses.sts, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'user-agent': USER_AGENT },
      body: form.toString(),
    });
    const xml = await response.text();
    if (!response.ok) throw new Refused('STS', xml);
    const [accessKeyId, secretAccessKey, sessionToken] = [
      'AccessKeyId',
      'SecretAccessKey',
      'SessionToken',
    ].map((name) => new RegExp(`<${name}>([^<]+)<`).exec(xml)?.[1] ?? '');
    return { accessKeyId, secretAccessKey, sessionToken };
  }

  /** It says no time. */
  private async authorizationToken({ accessKeyId, secretAccessKey, sessionToken }: Session): Promise<string> {
    const { domain, 'domain-owner': domainOwner, 'aws-region': region } = this.registry;
    const url = new URL('/v1/authorization-token', this.addresses.codeartifact);
    const body = JSON.stringify({ domain, domainOwner });
    const date = new Date().toISOString().replaceAll(/[-:]|\.\d+/g, '');
    const headers = {
      'content-type': 'application/x-amz-json-1.1',
      host: url.host,
      'x-amz-content-sha256': createHash('sha256').update(body).digest('hex'),
      'x-amz-date': date,
      'x-amz-security-token': sessionToken,
      'x-amz-target': 'CodeArtifact_2018_09_22.GetAuthorizationToken',
    };
    const signed = Object.keys(headers);
    const scope = `${date.slice(0, 8)}/${region}/codeartifact/aws4_request`;
    const request = { method: 'POST', url, headers, body: Buffer.from(body) };
    const signature = signatureOf(request, secretAccessKey, scope, signed);
    const authorization = `AWS4-HMAC-SHA256 Credential=${accessKeyId}/${scope}, SignedHeaders=${signed.join(';')}, Signature=${signature}`;
    const response = await fetch(url, {
      method: 'POST',
      headers: { ...headers, authorization, 'user-agent': USER_AGENT },
      body,
    });
    const answer = (await response.json()) as { authorizationToken: string; message?: string };
    if (!response.ok) throw new Refused('CodeArtifact', answer.message ?? '');
    return answer.authorizationToken;
  }
}
