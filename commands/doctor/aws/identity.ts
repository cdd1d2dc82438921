import type { ResolvedResource } from '../../../evaluation/template';
import { fillIn, SIGN_IN_CAUSES } from '../../../src/github/trust/refusal-causes';
import type { Aws } from '../../aws/aws';
import type { Fault } from '../examination';
import type { TrustedRole } from '../expected/trusted-role';
import { body, found } from './deployed-stack';
import { policyDifference } from './policy-difference';

export const DEPLOY =
  'Run `npx cdk deploy`. What somebody changed by hand it leaves as it is: `npx cdk drift` shows it, to be changed back.';

/** The provider that vouches for GitHub: that it is there, for this issuer, and takes the audience. */
export async function providerFaults(
  aws: Aws,
  { providerArn, issuer, audiences }: TrustedRole,
): Promise<Fault[]> {
  const args = ['--open-id-connect-provider-arn', providerArn];
  const provider = found(
    await aws.ask<{ Url: string; ClientIDList?: string[] }>(['iam', 'get-open-id-connect-provider'], args),
  );
  const places = { provider: providerArn, account: providerArn.split(':')[4] };
  if (!provider || provider.Url.replace(/^https:\/\//, '') !== issuer) {
    const { remedy } = SIGN_IN_CAUSES['provider-missing'];
    return [
      {
        id: 'provider-missing',
        says: fillIn('Account {account} has no provider {provider}.', places),
        remedy,
      },
    ];
  }
  const missing = audiences.filter((audience) => !provider.ClientIDList?.includes(audience));
  if (missing.length === 0) return [];
  const says = fillIn(`The provider {provider} does not take the audience ${missing.join(', ')}.`, places);
  return [{ id: 'provider-audience', says, remedy: SIGN_IN_CAUSES['provider-audience'].remedy }];
}

interface Role {
  readonly AssumeRolePolicyDocument: unknown;
  readonly MaxSessionDuration?: number;
  readonly PermissionsBoundary?: { readonly PermissionsBoundaryArn: string };
}

/** The trust policy of a role, compared with the template's. */
export async function trustFaults(aws: Aws, role: ResolvedResource): Promise<(Fault | undefined)[]> {
  const name = String(role.ref);
  const answer = found(await aws.ask<{ Role: Role }>(['iam', 'get-role'], ['--role-name', name]));
  if (!answer) {
    const says = `There is no role ${name}.`;
    return [{ id: 'role-missing', says, remedy: SIGN_IN_CAUSES['role-missing'].remedy }];
  }
  const { AssumeRolePolicyDocument, PermissionsBoundary } = answer.Role;
  const boundary = role.properties.PermissionsBoundary as string | undefined;
  const difference = policyDifference(
    `trust of ${name}`,
    [role.properties.AssumeRolePolicyDocument],
    [AssumeRolePolicyDocument],
  );
  return [
    difference === undefined
      ? undefined
      : {
          id: 'trust-differs',
          says: `The trust policy is not the template's: ${difference}.`,
          remedy: DEPLOY,
        },
    PermissionsBoundary?.PermissionsBoundaryArn === boundary
      ? undefined
      : {
          id: 'permissions-differ',
          says: `The permissions boundary is ${PermissionsBoundary?.PermissionsBoundaryArn ?? 'none'}, and in the template ${boundary ?? 'none'}.`,
          remedy: DEPLOY,
        },
  ];
}

/** What a role may do, compared with the template's policies. */
export async function permissionFaults(
  aws: Aws,
  role: ResolvedResource,
  policies: readonly ResolvedResource[],
): Promise<(Fault | undefined)[]> {
  const name = String(role.ref);
  const about = ['--role-name', name];
  const inline = found(await aws.ask<{ PolicyNames: string[] }>(['iam', 'list-role-policies'], about));
  const attached = found(
    await aws.ask<{ AttachedPolicies: { PolicyArn: string }[] }>(
      ['iam', 'list-attached-role-policies'],
      about,
    ),
  );
  if (!inline || !attached) return []; // the role is missing, which is said once
  const documents = await Promise.all(
    inline.PolicyNames.map(async (policy) => {
      const args = [...about, '--policy-name', policy];
      return body(await aws.ask<{ PolicyDocument: unknown }>(['iam', 'get-role-policy'], args))
        .PolicyDocument;
    }),
  );
  const own = policies.filter(({ properties }) => ((properties.Roles ?? []) as string[]).includes(name));
  const expected = [
    ...((role.properties.Policies ?? []) as { PolicyDocument: unknown }[]),
    ...own.map(({ properties }) => properties as { PolicyDocument: unknown }),
  ].map(({ PolicyDocument }) => PolicyDocument);
  const difference = policyDifference(`policies of ${name}`, expected, documents);
  const managed = (role.properties.ManagedPolicyArns ?? []) as string[];
  const given = attached.AttachedPolicies.map(({ PolicyArn }) => PolicyArn);
  const strange = [
    ...given.filter((arn) => !managed.includes(arn)).map((arn) => `${arn} is attached`),
    ...managed.filter((arn) => !given.includes(arn)).map((arn) => `${arn} is not attached`),
  ];
  const says = [...(difference === undefined ? [] : [difference]), ...strange].join('; ');
  if (says === '') return [];
  return [
    {
      id: 'permissions-differ',
      says: `What the role may do is not what the template says: ${says}.`,
      remedy: DEPLOY,
    },
  ];
}
