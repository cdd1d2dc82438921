import { CfnResource, Stack, Token } from 'aws-cdk-lib';
import { type IGrantable, PrincipalBase } from 'aws-cdk-lib/aws-iam';
import { Construct, type IConstruct } from 'constructs';
import { invalidInput } from '../../private/invalid-input';
import { checkKind } from '../../private/kinds';
import { GRANTEE } from '../resource/kinds';
import { narrowsWho } from './narrowing-conditions';

/** Throws for a principal that is everyone, or almost: a resource policy would be open to the world. */
export function checkGrantee(resource: IConstruct, grantee: IGrantable): void {
  checkKind(resource, 'grantee', grantee, GRANTEE);
  const { grantPrincipal } = grantee;
  if (!(grantPrincipal instanceof PrincipalBase)) return;
  const { principalJson, conditions } = grantPrincipal.policyFragment;
  const isEveryone = Object.values(principalJson).flat().includes('*');
  if (!isEveryone || narrowsWho(conditions)) return;
  const isConditional = Object.keys(conditions).length > 0;
  throw invalidInput(
    {
      property: 'grantee',
      given: '*',
      reason: isConditional
        ? `is everyone who has an AWS account, also where ${JSON.stringify(Stack.of(resource).resolve(conditions))}`
        : 'is everyone who has an AWS account',
      allowed: 'principals with a name, and organizations',
      instead: "new OrganizationPrincipal('o-...') of aws-cdk-lib/aws-iam, or organizationIds",
    },
    resource,
  );
}

/** A principal that this app refers to, and that no identity policy of this app is known to reach. */
export interface UnreachedGrantee {
  readonly path: string;
  /** The account of the principal. */
  readonly account: string;
  /** The account that an identity policy of this app would be made in. */
  readonly policyAccount: string;
}

/**
 * The grantee, where it is a role or user of an account that its stack is not known to be in.
 *
 * CDK says of such a role that a statement was added, and adds none; or it makes a policy, in the account of
 * the stack, where the role or user is not.
 */
export function unreachedGrantee({ grantPrincipal }: IGrantable): UnreachedGrantee | undefined {
  const account = grantPrincipal.principalAccount;
  if (!Construct.isConstruct(grantPrincipal) || isMadeHere(grantPrincipal)) return undefined;
  const policyAccount = Stack.of(grantPrincipal).account;
  if (account === undefined || Token.isUnresolved(account) || account === policyAccount) return undefined;
  return { path: grantPrincipal.node.path, account, policyAccount };
}

function isMadeHere(principal: IConstruct): boolean {
  return CfnResource.isCfnResource(principal.node.defaultChild);
}
