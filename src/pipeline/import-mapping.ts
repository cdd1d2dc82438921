import { type CfnElement, CfnResource, Stack, Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { codeArtifactArn } from '../codeartifact/resource/arns';
import { knownPartition } from '../private/environment';
import { invalidInput } from '../private/invalid-input';
import { writtenProperties } from '../private/last-word/written-properties';
import { isKnownLater } from '../private/token-text';

/**
 * What CloudFormation identifies a resource by when it is imported.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/resource-identifier.html
 */
type Identifier = { readonly [property: string]: string };

/** How each type of resource is identified: its properties as CloudFormation has them, and the resource. */
const IDENTIFIERS: Readonly<
  Record<string, (properties: Readonly<Record<string, string>>, resource: CfnResource) => Identifier>
> = {
  'AWS::CodeArtifact::Domain': ({ DomainName }, resource) => ({
    Arn: codeArtifactArn(resource, { resource: 'domain', resourceName: DomainName }),
  }),
  'AWS::CodeArtifact::Repository': ({ DomainName, DomainOwner, RepositoryName }, resource) => ({
    Arn: codeArtifactArn(resource, {
      resource: 'repository',
      resourceName: `${DomainName}/${RepositoryName}`,
      account: DomainOwner,
    }),
  }),
  'AWS::IAM::OIDCProvider': ({ Url }, resource) => {
    const { region, account } = Stack.of(resource);
    return {
      Arn: `arn:${knownPartition(region)}:iam::${account}:oidc-provider/${Url.replace(/^https:\/\//, '')}`,
    };
  },
  'AWS::IAM::Role': ({ RoleName }) => ({ RoleName }),
};

/** The text of a file for `cdk import --resource-mapping`, with what is in AWS already. */
export function importMapping(pipeline: IConstruct, constructs: readonly IConstruct[]): string {
  const stack = Stack.of(pipeline);
  if (isKnownLater(stack.account) || isKnownLater(stack.region)) {
    throw invalidInput(
      {
        property: 'importMapping',
        given: stack.node.path,
        reason: 'is a stack without account and Region, which stand in what a resource is identified by',
        instead:
          "new Stack(app, 'PythonArtifacts', { env: { account: '111111111111', region: 'us-east-1' } })",
      },
      pipeline,
    );
  }
  const entries = constructs.map((construct) => entryOf(pipeline, stack, construct));
  return `${JSON.stringify(Object.fromEntries(entries), undefined, 2)}\n`;
}

function entryOf(pipeline: IConstruct, stack: Stack, construct: IConstruct): [string, Identifier] {
  const refuse = (reason: string) =>
    invalidInput(
      {
        property: 'importMapping',
        given: construct?.node?.path,
        reason,
        allowed: 'domain, repository, provider and roles that this stack makes',
      },
      pipeline,
    );
  const resource = CfnResource.isCfnResource(construct) ? construct : construct?.node?.defaultChild;
  if (!CfnResource.isCfnResource(resource)) throw refuse('is nothing that this stack makes');
  if (Stack.of(resource) !== stack) throw refuse('is of another stack, which has a file of its own');
  const identify = IDENTIFIERS[resource.cfnResourceType];
  if (!identify) throw refuse(`is of the type ${resource.cfnResourceType}, which is not imported`);
  const identifier = identify(propertiesOf(resource), resource);
  if (Object.values(identifier).some((value) => !value || isKnownLater(value)))
    throw refuse('has a name that only CloudFormation knows');
  return [stack.resolve((resource as CfnElement).logicalId), identifier];
}

/** The properties as the template has them, where a reference to a name of this stack is that name. */
function propertiesOf(resource: CfnResource): Record<string, string> {
  return Object.fromEntries(
    Object.entries(writtenProperties(resource)).map(([name, value]) => [
      name,
      textOf(nameBehind(resource.stack, value)),
    ]),
  );
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : Token.asString(value);
}

/** A name in place of what refers to it. */
function nameBehind(stack: Stack, value: unknown): unknown {
  const [logicalId, attribute] = (value as { 'Fn::GetAtt'?: string[] } | undefined)?.['Fn::GetAtt'] ?? [];
  if (attribute !== 'Name') return value;
  const named = stack.node
    .findAll()
    .find(
      (node): node is CfnResource =>
        CfnResource.isCfnResource(node) && stack.resolve(node.logicalId) === logicalId,
    );
  if (!named) return value;
  const { DomainName, RepositoryName } = propertiesOf(named);
  return RepositoryName ?? DomainName;
}
