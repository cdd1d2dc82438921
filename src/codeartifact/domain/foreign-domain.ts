import { Annotations, CfnResource, type IResource, Stack, Stage } from 'aws-cdk-lib';
import { AccountPrincipal, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { whenWhole } from '../../private/last-word/when-whole';
import { writtenProperties } from '../../private/last-word/written-properties';
import { statementText } from '../../private/statement-text';
import { isKnownLater } from '../../private/token-text';
import type { IDomain } from './domain-interface';
import { type CalledActions, calledActions, type HANDLER_PERMISSIONS } from './handler-permissions';

/** What is made in a domain. */
export interface MadeInDomain {
  readonly type: keyof typeof HANDLER_PERMISSIONS;
  /** Its ARN, and those of its upstreams, as they are when the tree is whole. */
  readonly arn: () => string;
  readonly upstreamArns?: () => string[];
}

/**
 * Warns of what is made in a domain that another account owns, which the policy of the domain has to allow.
 *
 * Across accounts CDK refers by name, so that nothing but a dependency of the stacks has the domain made first.
 *
 * @see https://docs.aws.amazon.com/codeartifact/latest/ug/domain-policies.html
 */
export function warnOfForeignDomain(resource: IResource, domain: IDomain, made: MadeInDomain): void {
  if (!isForeign(resource, domain)) return;
  const { account } = resource.env;
  const owner = domain.domainOwner;
  dependOn(resource, domain);
  whenWhole(resource, () => {
    const called = calledActions(made.type, propertiesOf(resource));
    const statements = neededStatements(resource, made, called);
    Annotations.of(resource).addWarningV2(
      'cdk-python-artifact-pipeline:domain-of-another-account',
      `The domain ${domain.node.path} is owned by account ${owner}, and its policy has to let account ${account} ` +
        `use ${called.onDomain.join(', ')}, and what else CloudFormation needs for what is made there. Where it ` +
        `does not, add to it: [${statements.map((statement) => statementText(resource, statement)).join(',')}]`,
    );
  });
}

/** Whether another account than that of a resource is known to own the domain, and so the ARN of the resource. */
export function isForeign({ env }: IResource, { domainOwner }: IDomain): boolean {
  return env.account !== domainOwner && !isKnownLater(env.account) && !isKnownLater(domainOwner);
}

/** The owner of a domain as CloudFormation wants it: nothing where it is the account of what is made in it. */
export function foreignOwner(resource: IResource, { domainOwner }: IDomain): string | undefined {
  return domainOwner === resource.env.account ? undefined : domainOwner;
}

function neededStatements(
  resource: IResource,
  { arn, upstreamArns }: MadeInDomain,
  { onDomain, onResource, onUpstreams }: CalledActions,
): PolicyStatement[] {
  // In the policy of a domain, `*` is the domain and what is in it. Creating acts on no resource of its own yet.
  const statements = [allow(resource, onDomain, ['*']), allow(resource, onResource, [arn()])];
  if (onUpstreams.length > 0) statements.push(allow(resource, onUpstreams, upstreamArns?.() ?? ['*']));
  return statements;
}

function allow(resource: IResource, actions: string[], resources: string[]): PolicyStatement {
  return new PolicyStatement({
    principals: [new AccountPrincipal(resource.env.account)],
    actions,
    resources,
  });
}

/** The properties that the template has, whoever set them. CloudFormation hands the tags of a stack on. */
function propertiesOf(resource: IResource): Set<string> {
  const properties = writtenProperties(resource.node.defaultChild as CfnResource);
  const tags = stacksAround(resource.stack).some((stack) => stack.tags.hasTags()) ? ['Tags'] : [];
  return new Set([...Object.keys(properties), ...tags]);
}

function stacksAround(stack: Stack): Stack[] {
  return stack.nestedStackParent ? [stack, ...stacksAround(stack.nestedStackParent)] : [stack];
}

function dependOn(resource: IResource, domain: IDomain): void {
  const isMadeHere = CfnResource.isCfnResource(domain.node.defaultChild);
  if (isMadeHere && Stage.of(domain) === Stage.of(resource)) {
    Stack.of(resource).addDependency(Stack.of(domain));
  }
}
