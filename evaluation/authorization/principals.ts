import { Refusal } from '../refusal';

/** Who makes a request. */
export interface Principal {
  /** ARN of the role or user, not of the session. */
  readonly arn: string;
  readonly account: string;
  /** ARN of the assumed-role session, if there is one. */
  readonly sessionArn?: string;
  /** The organization its account belongs to; left out for an account outside of any. */
  readonly organizationId?: string;
}

export interface Principals {
  readonly everyone: boolean;
  readonly accounts: readonly string[];
  readonly arns: readonly string[];
  readonly federated: readonly string[];
}

/**
 * How a resource policy names a principal. `account` delegates to that account's own policies,
 * `itself` and `everyone` name the principal directly.
 */
export type PrincipalMatch = 'itself' | 'everyone' | 'account';

export function readPrincipals(
  named: Readonly<Record<string, readonly string[]>>,
  label: string,
): Principals {
  const found = {
    everyone: false,
    accounts: [] as string[],
    arns: [] as string[],
    federated: [] as string[],
  };
  for (const [kind, names] of Object.entries(named)) {
    for (const name of names) {
      if (kind === 'Federated') found.federated.push(name);
      else if (kind !== 'AWS') throw new Refusal(`${label}: Principal of kind ${kind} is not known`);
      else if (name === '*') found.everyone = true;
      else if (/^\d{12}$/.test(name)) found.accounts.push(name);
      else readArn(name, found, label);
    }
  }
  return found;
}

function readArn(name: string, found: { accounts: string[]; arns: string[] }, label: string): void {
  const [, account, resource] = /^arn:[a-z-]+:(?:iam|sts)::(\d{12}):(.+)$/.exec(name) ?? [];
  if (!account || !resource || /[*?]/.test(resource)) {
    throw new Refusal(`${label}: Principal ${name} is not known (IAM takes no wildcard inside an ARN here)`);
  }
  if (resource === 'root') found.accounts.push(account);
  else found.arns.push(name);
}

export function matchPrincipal(principals: Principals, who: Principal): PrincipalMatch | undefined {
  if (principals.arns.includes(who.arn)) return 'itself';
  if (who.sessionArn && principals.arns.includes(who.sessionArn)) return 'itself';
  if (principals.everyone) return 'everyone';
  if (principals.accounts.includes(who.account)) return 'account';
  return undefined;
}
