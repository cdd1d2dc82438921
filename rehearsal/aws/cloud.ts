import { randomBytes } from 'node:crypto';
import {
  authorize,
  type Catalog,
  type Context,
  type Decision,
  type Policy,
  type Principal,
} from '../../evaluation/authorization';
import type { Domain, Repository, Setup } from '../../evaluation/template';
import { AwsError, accessDenied } from './errors';

/** Somebody with policies: an assumed role, or a person of some account. */
export interface Identity {
  readonly principal: Principal;
  readonly policies: readonly Policy[];
}

export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  readonly expires: number;
}

export interface BearerToken extends Identity {
  readonly domainArn: string;
  readonly expires: number;
}

/** One request and what became of it, for the report. */
export interface LoggedDecision {
  readonly who: string;
  readonly action: string;
  readonly resource: string;
  readonly decision: Decision;
}

/** What all services of the stand-in share: deployed resources, sessions, tokens, and the clock. */
export class Cloud {
  /** The latest decisions, and how many there have been. */
  public readonly log: LoggedDecision[] = [];
  public decisions = 0;
  /** Everything handed out that nobody else may see. */
  public readonly secrets: string[] = [];
  /** How long the sessions and tokens that were handed out last, in seconds. */
  public readonly lifetimes: { readonly session: number[]; readonly token: number[] } = {
    session: [],
    token: [],
  };
  private readonly sessions = new Map<string, { credentials: Credentials; identity: Identity }>();
  private readonly tokens = new Map<string, BearerToken>();

  public constructor(
    public readonly catalog: Catalog,
    public setup: Setup,
    public readonly region: string,
    /** Organization by account. */
    public readonly organizations: Readonly<Record<string, string>>,
    /** Milliseconds since 1970. */
    public readonly now: () => number = Date.now,
  ) {}

  public signIn(identity: Identity, seconds = 3600): Credentials {
    const credentials = {
      accessKeyId: `ASIA${randomBytes(8).toString('hex').toUpperCase()}`,
      secretAccessKey: randomBytes(20).toString('base64'),
      sessionToken: randomBytes(32).toString('base64'),
      expires: this.now() + seconds * 1000,
    };
    this.secrets.push(credentials.secretAccessKey, credentials.sessionToken);
    this.lifetimes.session.push(seconds);
    this.sessions.set(credentials.accessKeyId, { credentials, identity });
    return credentials;
  }

  /** Whose request this is, by its access key; the session token has to fit and be in date. */
  public session(
    accessKeyId: string,
    sessionToken: string | undefined,
  ): { credentials: Credentials; identity: Identity } {
    const session = this.sessions.get(accessKeyId);
    if (!session || session.credentials.sessionToken !== sessionToken) {
      throw new AwsError(
        403,
        'UnrecognizedClientException',
        'The security token included in the request is invalid.',
      );
    }
    if (session.credentials.expires <= this.now()) {
      throw new AwsError(
        403,
        'ExpiredTokenException',
        'The security token included in the request is expired',
      );
    }
    return session;
  }

  public addToken(token: BearerToken): string {
    const value = `eyJ2ZXIiOjEsIn${randomBytes(120).toString('base64url')}`;
    this.secrets.push(value);
    this.lifetimes.token.push((token.expires - this.now()) / 1000);
    this.tokens.set(value, token);
    return value;
  }

  public token(value: string): BearerToken | undefined {
    const token = this.tokens.get(value);
    return token && token.expires > this.now() ? token : undefined;
  }

  /** Allows the action or throws AccessDeniedException. */
  public demand(identity: Identity, action: string, resource: string, context: Context = {}): void {
    const who = identity.principal.sessionArn ?? identity.principal.arn;
    const decision = authorize({
      catalog: this.catalog,
      principal: identity.principal,
      action,
      resource,
      context,
      identityPolicies: identity.policies,
      resourcePolicies: this.resourcePolicies(),
    });
    this.note({ who, action, resource, decision });
    if (!decision.allowed) throw accessDenied(who, action, resource, decision);
  }

  public note(decided: LoggedDecision): void {
    this.decisions++;
    this.log.push(decided);
    if (this.log.length > 100) this.log.shift();
  }

  public domain(name: string, owner: string): Domain {
    const found = this.setup.domains.find((domain) => domain.name === name && domain.owner === owner);
    if (!found) throw new AwsError(404, 'ResourceNotFoundException', `Domain '${name}' not found`);
    return found;
  }

  public repository(domain: Domain, name: string): Repository {
    const wanted = `${domain.arn.replace(':domain/', ':repository/')}/${name}`;
    const found = this.setup.repositories.find(({ arn }) => arn === wanted);
    if (!found) throw new AwsError(404, 'ResourceNotFoundException', `Repository '${name}' not found`);
    return found;
  }

  private resourcePolicies() {
    return [...this.setup.domains, ...this.setup.repositories].flatMap(({ policy }) =>
      policy ? [policy] : [],
    );
  }
}
