import type { Issuer } from './github-tokens';
import { all, any, FALSE, type Formula, matches, unknown } from './language/formula';
import { literal } from './language/pattern';
import { PRINCIPAL_ARN, principalOf, trustsIssuer } from './policy/principals';
import { allowed, applies } from './policy/statement';
import type { AccessSetup, Identity } from './setup';

/** What a role's trust policy admits of an issuer's tokens. */
export function tokenTrust(setup: AccessSetup, { kind, arn, trust }: Identity, { name }: Issuer): Formula {
  if (kind !== 'role') return FALSE;
  const providerArn = `arn:${setup.partition}:iam::${arn.split(':')[4]}:oidc-provider/${name}`;
  const admitted = allowed(trust, (one) =>
    all(trustsIssuer(one, providerArn), applies(one, 'sts:AssumeRoleWithWebIdentity', undefined)),
  );
  return all(admitted, audience(setup.providers.get(providerArn), name, setup.partition));
}

/** A token whose audience the provider does not list is refused, whatever a trust policy says. */
function audience(known: readonly string[] | undefined, issuer: string, partition: string): Formula {
  const key = `${issuer}:aud`.toLowerCase();
  if (known) return matches(key, known.map(literal));
  const ofSts = literal(partition === 'aws-cn' ? 'sts.amazonaws.com.cn' : 'sts.amazonaws.com');
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
