import type { Issuer } from './github-tokens';
import { all, any, FALSE, type Formula, matches, unknown } from './language/formula';
import { literal } from './language/pattern';
import { withMadeUpSubjects } from './made-up-subject';
import { PRINCIPAL_ARN, principalOf, trustsIssuer } from './policy/principals';
import { allowed, applies, type Statement } from './policy/statement';
import type { AccessSetup, Identity } from './setup';

/** What a role's trust policy admits of an issuer's tokens. */
export function tokenTrust(setup: AccessSetup, identity: Identity, issuer: Issuer): Formula {
  if (identity.kind !== 'role') return FALSE;
  const arn = providerArn(setup, identity, issuer);
  const admitted = allowed(identity.trust, (one) => admits(one, arn));
  return all(admitted, audienceOf(setup, arn, issuer));
}

/** What one statement of a trust policy says of the tokens of a provider. */
export function admits(statement: Statement, providerArn: string): Formula {
  const trusted = trustsIssuer(statement, providerArn);
  if (trusted.is === 'false') return FALSE;
  const asked = applies(statement, 'sts:AssumeRoleWithWebIdentity', undefined);
  return all(trusted, withMadeUpSubjects(asked, { name: String(providerArn.split(':oidc-provider/')[1]) }));
}

/** The provider of an issuer in the account of a role. */
export function providerArn({ partition }: AccessSetup, { arn }: Identity, { name }: Issuer): string {
  return `arn:${partition}:iam::${arn.split(':')[4]}:oidc-provider/${name}`;
}

/** A token whose audience the provider does not list is refused, whatever a trust policy says. */
export function audienceOf(setup: AccessSetup, providerArn: string, { name: issuer }: Issuer): Formula {
  const known = setup.providers.get(providerArn);
  const key = `${issuer}:aud`.toLowerCase();
  if (known) return matches(key, known.map(literal));
  const ofSts = literal(setup.partition === 'aws-cn' ? 'sts.amazonaws.com.cn' : 'sts.amazonaws.com');
  return any(
    matches(key, [ofSts]),
    unknown(`which audiences the provider ${issuer} takes is in no template`),
  );
}

/** Which principals of AWS a role's trust policy admits, each let by its own account; of a user, itself. */
export function principalTrust({ kind, arn, trust }: Identity): Formula {
  if (kind === 'user') return matches(PRINCIPAL_ARN, [literal(arn)]);
  return allowed(trust, (one) =>
    all(principalOf(one, 'also by its account'), applies(one, 'sts:AssumeRole', undefined)),
  );
}
