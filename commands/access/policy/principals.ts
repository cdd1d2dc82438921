import { any, FALSE, type Formula, matches, TRUE, unknown } from '../language/formula';
import { literal } from '../language/pattern';
import { openIn } from './conditions';
import type { Statement } from './statement';

export const PRINCIPAL_ARN = 'aws:principalarn';
export const PRINCIPAL_ACCOUNT = 'aws:principalaccount';
export const PRINCIPAL_ORGANIZATION = 'aws:principalorgid';
export const SERVICE = 'principal:service';

/** How a policy may name somebody: by itself, or also by the account, which then has to let it do so. */
export type Naming = 'itself' | 'also by its account';

/** Whether a statement speaks of whoever asks. */
export function principalOf({ principals = {}, effect }: Statement, naming: Naming): Formula {
  const names = Object.entries(principals).flatMap(([kind, list]) => list.map((name) => ({ kind, name })));
  return any(
    ...names.map(({ kind, name }) => {
      const open = openIn(name);
      if (open) return unknown(`${open} among the principals of a statement is known only at deployment`);
      if (kind === 'Service') return matches(SERVICE, [literal(name)]);
      if (kind === 'Federated') return FALSE;
      if (kind !== 'AWS') return unknown(`Principal of kind ${kind} is not in the model`);
      if (name === '*') return TRUE;
      const [, account, resource] = /^(?:arn:[^:]+:(?:iam|sts)::)?(\d{12})(?::(.+))?$/.exec(name) ?? [];
      if (account === undefined) return unknown(`Principal ${name} is not in the model`);
      const isAccount = resource === undefined || resource === 'root';
      // A deny that names the account is one for everybody in it.
      if (isAccount)
        return naming === 'itself' && effect === 'Allow'
          ? FALSE
          : matches(PRINCIPAL_ACCOUNT, [literal(account)]);
      return matches(PRINCIPAL_ARN, [literal(name)]);
    }),
  );
}

/** Whether a statement of a trust policy speaks of tokens of an issuer. */
export function trustsIssuer({ principals = {}, effect }: Statement, providerArn: string): Formula {
  const federated = principals.Federated ?? [];
  const everybody = effect === 'Deny' && (principals.AWS ?? []).includes('*');
  if (federated.includes(providerArn) || everybody) return TRUE;
  if ([...federated, ...(principals.AWS ?? [])].includes('*'))
    return unknown('whether a principal * of a trust policy speaks of tokens is not in the model');
  const open = federated.map(openIn).find((one) => one !== undefined);
  return open ? unknown(`${open} among the principals of a statement is known only at deployment`) : FALSE;
}
