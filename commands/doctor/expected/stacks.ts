import { Refusal } from '../../../evaluation/refusal';
import type { ResolvedResource } from '../../../evaluation/template';
import type { AssemblyStack } from '../../assembly';
import type { DeployedStack } from '../aws/deployed-stack';
import { type GeneratedWorkflow, rolesIn } from './generated-workflow';
import { type Expected, resolvedResources } from './resolved-resources';
import { type TrustedRole, trustedRole } from './trusted-role';

/** A role that workflows on GitHub assume, and the files of those who publish with it. */
export interface ExpectedRole extends TrustedRole {
  readonly resource: ResolvedResource;
  /** The path of the construct that it is a part of. */
  readonly owner: string;
  readonly publishes: boolean;
  readonly workflow?: GeneratedWorkflow;
}

/** What has to be there after a stack is deployed. */
export interface ExpectedStack {
  readonly roles: readonly ExpectedRole[];
  readonly policies: readonly ResolvedResource[];
  readonly domains: readonly ResolvedResource[];
  readonly repositories: readonly ResolvedResource[];
  readonly packageGroups: readonly ResolvedResource[];
  /** What can't be told from the template, and why. */
  readonly unclear: readonly Unclear[];
}

type Unclear = Exclude<Expected, ResolvedResource>;

/** Where nothing is known of a place, what depends on it is not looked at. */
const NOWHERE = { account: '000000000000', region: 'us-east-1', physicalIds: {} };

/** What a stack is expected to be where it is deployed. */
export function expectedStack(
  stack: AssemblyStack,
  deployed: DeployedStack | undefined,
  workflows: readonly GeneratedWorkflow[],
): ExpectedStack {
  const { stackName, account = NOWHERE.account, region = NOWHERE.region } = stack;
  const { physicalIds, ...place } = deployed ?? { ...NOWHERE, account, region };
  const all = resolvedResources(stack.template, { ...place, stackName }, physicalIds);
  const known = all.filter(isResolved);
  const take = (type: string) => known.filter((resource) => resource.type === type);
  const policies = take('AWS::IAM::Policy');
  const unclear = all.filter((resource) => !isResolved(resource) && concerns(stack, resource)) as Unclear[];
  const roles = take('AWS::IAM::Role').flatMap((resource) => {
    const trusted = trustIn(resource, unclear);
    if (!trusted) return [];
    const owner = parentOf(parentOf(pathOf(stack, resource.logicalId)));
    const arn = String(resource.attributes.Arn);
    const isOwn = ({ properties }: ResolvedResource) => list(properties.Roles).includes(String(resource.ref));
    const permissions = JSON.stringify([resource.properties.Policies, ...policies.filter(isOwn)]);
    const publishes = permissions.includes('codeartifact:PublishPackageVersion');
    const workflow =
      workflows.find((files) => rolesIn(files).includes(arn)) ??
      workflows.find(({ origin }) => owner !== '' && parentOf(origin) === owner);
    return [{ ...trusted, resource, owner, publishes, workflow: publishes ? workflow : undefined }];
  });
  return {
    roles,
    policies,
    domains: take('AWS::CodeArtifact::Domain'),
    repositories: take('AWS::CodeArtifact::Repository'),
    packageGroups: take('AWS::CodeArtifact::PackageGroup'),
    unclear,
  };
}

/** Whether a resource has to do with CodeArtifact or with those who sign in by a token: a stack holds others' too. */
function concerns({ template }: AssemblyStack, { logicalId, type }: Expected): boolean {
  if (type.startsWith('AWS::CodeArtifact::')) return true;
  const text = JSON.stringify(template.Resources?.[logicalId]?.Properties ?? {});
  return /AssumeRoleWithWebIdentity|codeartifact:/.test(text);
}

/** What a role trusts of GitHub. A policy in words that are not known is said to be unclear. */
function trustIn(resource: ResolvedResource, unclear: Unclear[]): TrustedRole | undefined {
  try {
    return trustedRole(resource);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { logicalId, type } = resource;
    if (/AssumeRoleWithWebIdentity/.test(JSON.stringify(resource.properties))) {
      unclear.push({ logicalId, type, why: error.message });
    }
    return undefined;
  }
}

function isResolved(resource: Expected): resource is ResolvedResource {
  return 'properties' in resource;
}

/** The path of the construct that a resource is from, where the template says it. */
function pathOf({ template }: AssemblyStack, logicalId: string): string {
  return String(template.Resources?.[logicalId]?.Metadata?.['aws:cdk:path'] ?? '');
}

/** The construct that another is in. */
function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

function list(value: unknown): string[] {
  return (value ?? []) as string[];
}
