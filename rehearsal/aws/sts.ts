import { evaluateTrust } from '../../evaluation/authorization';
import type { Role } from '../../evaluation/template';
import { loadEsm } from '../esm';
import type { Cloud, Credentials } from './cloud';
import { AwsError } from './errors';

const jose = () => loadEsm<typeof import('jose', { with: { 'resolution-mode': 'import' }})>('jose');

export interface AssumeRole {
  readonly roleArn: string;
  readonly sessionName: string;
  readonly token: string;
  readonly seconds?: number;
}

/** Where an issuer's real address leads to in here. */
export type Resolve = (issuer: string) => string | undefined;

/** The two calls of AWS STS that the workflow makes. */
export class Sts {
  public constructor(
    private readonly cloud: Cloud,
    private readonly resolve: Resolve,
  ) {}

  public async assumeRoleWithWebIdentity(request: AssumeRole): Promise<Credentials & { arn: string }> {
    const { roleArn, sessionName, seconds = 3600 } = request;
    if (!/^[\w+=,.@-]{2,64}$/.test(sessionName)) {
      throw new AwsError(
        400,
        'ValidationError',
        `1 validation error detected: Value '${sessionName}' at 'roleSessionName'`,
      );
    }
    const account = roleArn.split(':')[4] ?? '';
    const { claims, providerArn } = await this.verify(request.token, account);
    const role = this.cloud.setup.roles.find(({ arn }) => arn === roleArn);
    const decision =
      role &&
      evaluateTrust(role.trust, {
        catalog: this.cloud.catalog,
        providerArn,
        claims,
        roleSessionName: sessionName,
      });
    const resource = roleArn;
    if (decision) {
      this.cloud.note({
        who: String(claims.sub),
        action: 'sts:AssumeRoleWithWebIdentity',
        resource,
        decision,
      });
    }
    if (!role || !decision?.allowed) {
      throw new AwsError(
        403,
        'AccessDenied',
        'Not authorized to perform sts:AssumeRoleWithWebIdentity',
        decision,
      );
    }
    this.checkDuration(role, seconds);
    const arn = `${roleArn.replace(':iam:', ':sts:').replace(':role/', ':assumed-role/')}/${sessionName}`;
    const principal = {
      arn: roleArn,
      sessionArn: arn,
      account,
      organizationId: this.cloud.organizations[account],
    };
    return { ...this.cloud.signIn({ principal, policies: role.policies }, seconds), arn };
  }

  /** Signature, issuer, audience, expiry: in the order in which a stranger's token fails. */
  private async verify(token: string, account: string) {
    const { decodeJwt, decodeProtectedHeader, createLocalJWKSet, jwtVerify, errors } = jose();
    const issuer = String(decodeOr(() => decodeJwt(token).iss));
    const provider = this.cloud.setup.providers.find(
      ({ url, arn }) => url === issuer && arn.split(':')[4] === account,
    );
    const address = provider && this.resolve(issuer);
    if (!provider || !address) {
      throw invalid(`No OpenIDConnect provider found in your account for ${issuer}`);
    }
    decodeOr(() => decodeProtectedHeader(token));
    const response = await fetch(`${address}/.well-known/jwks`);
    const keys = (await response.json()) as Parameters<typeof createLocalJWKSet>[0];
    try {
      const { payload } = await jwtVerify(token, createLocalJWKSet(keys), {
        issuer,
        audience: [...provider.audiences],
        algorithms: ['RS256'],
        currentDate: new Date(this.cloud.now()),
      });
      return { claims: payload as Record<string, unknown>, providerArn: provider.arn };
    } catch (error) {
      if (error instanceof errors.JWTExpired) {
        throw new AwsError(
          400,
          'ExpiredTokenException',
          'Token expired: the current time must be before its exp',
        );
      }
      if (error instanceof errors.JWTClaimValidationFailed && error.claim === 'aud') {
        throw invalid('Incorrect token audience');
      }
      throw invalid('The ID Token provided could not be validated');
    }
  }

  private checkDuration({ maxSessionSeconds }: Role, seconds: number): void {
    if (seconds < 900 || seconds > maxSessionSeconds) {
      const message = 'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.';
      throw new AwsError(400, 'ValidationError', message);
    }
  }
}

function decodeOr<T>(decode: () => T): T {
  try {
    return decode();
  } catch {
    throw invalid('The ID Token provided is not a valid JWT');
  }
}

const invalid = (message: string) => new AwsError(400, 'InvalidIdentityToken', message);
