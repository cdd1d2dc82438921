import { Annotations, CfnResource, type IResource, Stack, Stage } from 'aws-cdk-lib';
import { AccountPrincipal, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { statementText } from '../../private/statement-text';
import { isKnownLater } from '../../private/token-text';
import type { IDomain } from './domain-interface';

/**
 * Warns of what is made in a domain that another account owns, which the policy of the domain has to allow.
 *
 * Across accounts CDK refers by name, so that nothing but a dependency of the stacks has the domain made first.
 *
 * @see https://docs.aws.amazon.com/codeartifact/latest/ug/domain-policies.html
 */
export function warnOfForeignDomain(
  resource: IResource,
  domain: IDomain,
  create: 'CreateRepository' | 'CreatePackageGroup',
): void {
  if (!isForeign(resource, domain)) return;
  const { account } = resource.env;
  const owner = domain.domainOwner;
  dependOn(resource, domain);
  // In the policy of a domain, `*` is the domain and what is in it.
  const statement = new PolicyStatement({
    principals: [new AccountPrincipal(account)],
    actions: [`codeartifact:${create}`],
    resources: ['*'],
  });
  Annotations.of(resource).addWarningV2(
    'cdk-python-artifact-pipeline:domain-of-another-account',
    `The domain ${domain.node.path} is owned by account ${owner}, and its policy has to let account ${account} ` +
      `use codeartifact:${create}. Where it does not, add to it: ${statementText(resource, statement)}`,
  );
}

/** Whether another account than that of a resource is known to own the domain, and so the ARN of the resource. */
export function isForeign({ env }: IResource, { domainOwner }: IDomain): boolean {
  return env.account !== domainOwner && !isKnownLater(env.account) && !isKnownLater(domainOwner);
}

/** The owner of a domain as CloudFormation wants it: nothing where it is the account of what is made in it. */
export function foreignOwner(resource: IResource, { domainOwner }: IDomain): string | undefined {
  return domainOwner === resource.env.account ? undefined : domainOwner;
}

function dependOn(resource: IResource, domain: IDomain): void {
  const isMadeHere = CfnResource.isCfnResource(domain.node.defaultChild);
  if (isMadeHere && Stage.of(domain) === Stage.of(resource)) {
    Stack.of(resource).addDependency(Stack.of(domain));
  }
}
