import type { Caller } from './caller/caller';
import type { TrustedRole } from './deployed';

/** The roles that an event of CloudTrail is about; all of them where there is no event, or none has that name. */
export function rolesNamed(
  roles: readonly TrustedRole[],
  { roleArn }: Caller,
): { readonly roles: readonly TrustedRole[]; readonly note?: string } {
  if (roleArn === undefined) return { roles };
  const [, , , , account, path = ''] = roleArn.split(':');
  const name = path.split('/').at(-1) ?? '';
  const named = roles.filter(
    (role) =>
      (role.stack.account === undefined || role.stack.account === account) &&
      (role.isNamed ? role.name === name : isMadeName(name, role)),
  );
  if (named.length) return { roles: named };
  return {
    roles,
    note: `The caller asked for ${roleArn}, and no role of the stacks has that name: here are all of them.`,
  };
}

/** Whether CloudFormation can have made the name, which it cuts to 64 characters with 12 of its own at the end. */
function isMadeName(name: string, { stack, logicalId }: TrustedRole): boolean {
  const [, made] = /^(.+)-[A-Za-z0-9]{12,13}$/.exec(name) ?? [];
  if (made === undefined) return false;
  if (made === `${stack.stackName}-${logicalId}`) return true;
  const dash = made.lastIndexOf('-');
  return (
    made.length > 45 &&
    stack.stackName.startsWith(made.slice(0, dash)) &&
    logicalId.startsWith(made.slice(dash + 1))
  );
}
