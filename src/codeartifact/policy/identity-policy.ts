import { Annotations, Stack, Token } from 'aws-cdk-lib';
import {
  type CommonGrantOptions,
  type Grant,
  type IGrantable,
  type IPrincipal,
  PolicyStatement,
  Role,
} from 'aws-cdk-lib/aws-iam';
import { Construct, Dependable, type IConstruct } from 'constructs';
import { whenWhole } from '../../private/last-word/when-whole';
import { statementText } from '../../private/statement-text';
import { unreachedGrantee } from './grantee';
import { BEARER_TOKEN_ACTIONS } from './permissions';

/** What an identity policy is to allow. */
type Allowed = Omit<CommonGrantOptions, 'grantee'>;

/**
 * Warns of an identity policy that this app can't write, and notes one that it was told not to change; both with the
 * policy as JSON.
 *
 * @param grants what became of the identity policy for each permission
 */
export function sayWhatIsLeft(
  granting: IConstruct,
  grantee: IGrantable,
  grants: Grant[],
  permissions: Allowed[],
): void {
  const { grantPrincipal } = grantee;
  const isAdded = grants.every(({ success }) => success);
  const why =
    whyUnreached(grantee) ?? (isAdded ? undefined : whyNotAdded(granting, grantPrincipal, permissions));
  if (why) {
    whenWhole(granting, () =>
      Annotations.of(granting).addWarningV2(
        'cdk-python-artifact-pipeline:identity-policy-left-to-do',
        `${why} ${policyText(granting, permissions)}`,
      ),
    );
  } else if (Construct.isConstruct(grantPrincipal) && !(grantPrincipal instanceof Role)) {
    noteIfUnchanged(granting, grantPrincipal, grants, permissions);
  }
}

const OTHER_HALF = 'The other is an identity policy in the account of the principal:';

function whyUnreached(grantee: IGrantable): string | undefined {
  const unreached = unreachedGrantee(grantee);
  if (!unreached) return undefined;
  const { path, account, policyAccount } = unreached;
  const isUnknown = Token.isUnresolved(policyAccount);
  return (
    `A grant to ${path}, which is of account ${account}, is one half: its stack ` +
    `${isUnknown ? 'does not say that it is in that account' : `is in account ${policyAccount}`}, and a policy ` +
    `that CDK makes for it there does not reach it.${isUnknown ? ' Give the stack an env.' : ''} ${OTHER_HALF}`
  );
}

function whyNotAdded(
  granting: IConstruct,
  principal: IPrincipal,
  permissions: Allowed[],
): string | undefined {
  const { Service: service } = principal.policyFragment.principalJson;
  if (service) return whyNoService(Stack.of(granting).resolve(service), permissions);
  const account = principal.principalAccount;
  const whose = account === undefined || Token.isUnresolved(account) ? '' : ` of account ${account}`;
  return `A grant to a principal${whose} whose policies are not of this app is one half. ${OTHER_HALF}`;
}

/** A resource policy is all that a service needs, but for the bearer token, which only an identity policy gives. */
function whyNoService(service: string[], permissions: Allowed[]): string | undefined {
  if (!permissions.some(({ actions }) => actions === BEARER_TOKEN_ACTIONS)) return undefined;
  return (
    `A grant to the service ${[service].flat().join(', ')} lets nobody log in, since a service has no identity ` +
    'policy. Grant to the role that the service assumes instead. This is what such a role is allowed then:'
  );
}

/**
 * CDK says also of a role that it was told not to change that a statement was added. But only what is really added
 * depends on a policy, at the latest when aspects have run.
 */
function noteIfUnchanged(
  granting: IConstruct,
  grantee: IConstruct,
  grants: Grant[],
  permissions: Allowed[],
): void {
  whenWhole(granting, () => {
    if (grants.every((grant) => Dependable.of(grant).dependencyRoots.length > 0)) return;
    Annotations.of(granting).addInfoV2(
      'cdk-python-artifact-pipeline:identity-policy-unchanged',
      `A grant to ${grantee.node.path} changes none of its policies, as CDK was told. Where they do not allow ` +
        `it already, add to them: ${policyText(granting, permissions)}`,
    );
  });
}

function policyText(scope: IConstruct, permissions: Allowed[]): string {
  const statements = permissions.map(({ actions, resourceArns, conditions }) =>
    statementText(scope, new PolicyStatement({ actions, resources: resourceArns, conditions })),
  );
  return `{"Version":"2012-10-17","Statement":[${statements.join(',')}]}`;
}
