/** What the model leaves out, in one line each; `docs/access.md` tells more. */
export const CAVEATS: readonly string[] = [
  'administrators of the account, and whoever can change its roles and policies',
  'what service control policies, session policies and other stacks deny or allow is not looked at',
];

/** How an account is called that a template leaves open. */
export function accountWords(account: string): string {
  return /^0+$/.test(account) ? 'the account that it is deployed to' : `account ${account}`;
}
