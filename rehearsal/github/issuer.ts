import { randomBytes } from 'node:crypto';
import { loadEsm } from '../esm';
import { json, type Reply, type Service, serve } from '../net/serve';
import { claimsOf, ISSUER, type JobIdentity } from './claims';

const jose = () => loadEsm<typeof import('jose', { with: { 'resolution-mode': 'import' }})>('jose');

export interface SignOptions {
  /** @default - the owner's URL, as on GitHub */
  readonly audience?: string;
  /** Milliseconds; for tokens that ran out. @default - now */
  readonly issuedAt?: number;
  /** Claims that differ from what the job would get. */
  readonly claims?: Readonly<Record<string, string>>;
}

/** What a job gets in its environment if it may ask for a token. */
export interface TokenEndpoint {
  readonly ACTIONS_ID_TOKEN_REQUEST_URL: string;
  readonly ACTIONS_ID_TOKEN_REQUEST_TOKEN: string;
}

/** GitHub's OIDC issuer: signs tokens, and serves discovery document, keys and the endpoint for jobs. */
export class OidcIssuer {
  public static async start(): Promise<OidcIssuer> {
    const { generateKeyPair, exportJWK } = jose();
    const { privateKey, publicKey } = await generateKeyPair('RS256');
    const keys = [{ ...(await exportJWK(publicKey)), kid: 'rehearsal', alg: 'RS256', use: 'sig' }];
    const issuer = new OidcIssuer(privateKey, keys);
    issuer.service = await serve((request) => issuer.answer(request.url, request.headers.authorization));
    return issuer;
  }

  /** Every token that a job was given. */
  public readonly issued: string[] = [];
  private service!: Service;
  private readonly jobs = new Map<string, JobIdentity>();

  private constructor(
    private readonly key: Parameters<InstanceType<ReturnType<typeof jose>['SignJWT']>['sign']>[0],
    private readonly keys: object[],
  ) {}

  public get url(): string {
    return this.service.url;
  }

  public close(): Promise<void> {
    return this.service.close();
  }

  /** Lets a job ask for tokens. */
  public register(job: JobIdentity): TokenEndpoint {
    const token = randomBytes(24).toString('hex');
    this.jobs.set(token, job);
    return {
      ACTIONS_ID_TOKEN_REQUEST_URL: `${this.url}/token?api-version=2.0`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: token,
    };
  }

  /** A job's right to tokens ends with it. */
  public revoke(endpoint: TokenEndpoint): void {
    this.jobs.delete(endpoint.ACTIONS_ID_TOKEN_REQUEST_TOKEN);
  }

  public sign(job: JobIdentity, options: SignOptions = {}): Promise<string> {
    const { SignJWT } = jose();
    const issuedAt = Math.floor((options.issuedAt ?? Date.now()) / 1000);
    const owner = job.repository.name.split('/')[0];
    return new SignJWT({ ...claimsOf(job), ...options.claims })
      .setProtectedHeader({ alg: 'RS256', kid: 'rehearsal', typ: 'JWT' })
      .setAudience(options.audience ?? `https://github.com/${owner}`)
      .setIssuedAt(issuedAt)
      .setNotBefore(issuedAt - 300)
      .setExpirationTime(issuedAt + 300)
      .sign(this.key);
  }

  private async answer(url: URL, authorization = ''): Promise<Reply> {
    if (url.pathname === '/.well-known/openid-configuration') {
      return json(200, {
        issuer: ISSUER,
        jwks_uri: `${ISSUER}/.well-known/jwks`,
        response_types_supported: ['id_token'],
        id_token_signing_alg_values_supported: ['RS256'],
      });
    }
    if (url.pathname === '/.well-known/jwks') return json(200, { keys: this.keys });
    if (url.pathname !== '/token') return json(404, { message: 'Not Found' });
    const job = this.jobs.get(authorization.replace(/^bearer /i, ''));
    if (!job) return json(401, { message: 'Bad credentials' });
    const value = await this.sign(job, { audience: url.searchParams.get('audience') ?? undefined });
    this.issued.push(value);
    return json(200, { count: value.length, value });
  }
}
