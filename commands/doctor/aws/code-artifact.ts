import { arnParts } from '../../../evaluation/authorization';
import type { ResolvedResource } from '../../../evaluation/template';
import type { Aws } from '../../aws/aws';
import { CannotLook } from '../../programs';
import type { Fault } from '../examination';
import type { FindingId } from '../findings';
import { body, found } from './deployed-stack';
import { DEPLOY } from './identity';
import { policyDifference } from './policy-difference';

/** Where a resource of CodeArtifact is, for the arguments of the AWS CLI. */
interface Place {
  readonly region: string;
  readonly domain: readonly string[];
}

function placeOf({ properties, attributes, ref }: ResolvedResource): Place {
  const [, , , region = '', owner = ''] = arnParts(String(attributes.Arn ?? ref)) ?? [];
  return { region, domain: ['--domain', String(properties.DomainName), '--domain-owner', owner] };
}

interface PolicyAnswer {
  readonly policy?: { readonly document?: string };
}

/** What is in a domain that is not there is not there either, which is said once. */
async function requireDomain(aws: Aws, { region, domain }: Place): Promise<void> {
  if (found(await aws.ask(['codeartifact', 'describe-domain'], domain, region))) return;
  throw new CannotLook(`There is no domain ${domain[1]}.`);
}

/** A domain, and who may do what with it. */
export async function domainFaults(aws: Aws, domain: ResolvedResource): Promise<(Fault | undefined)[]> {
  const { region, domain: about } = placeOf(domain);
  const name = String(domain.properties.DomainName);
  const answer = found(await aws.ask(['codeartifact', 'describe-domain'], about, region));
  if (!answer)
    return [{ id: 'domain-missing', says: `There is no domain ${name} in ${region}.`, remedy: DEPLOY }];
  const policy = found(
    await aws.ask<PolicyAnswer>(['codeartifact', 'get-domain-permissions-policy'], about, region),
  );
  return [policyFault('domain-policy-differs', `domain ${name}`, domain, policy)];
}

interface RepositoryAnswer {
  readonly repository: {
    readonly upstreams?: readonly { readonly repositoryName: string }[];
    readonly externalConnections?: readonly { readonly externalConnectionName: string }[];
  };
}

/** A repository, who may do what with it, and where its packages come from. */
export async function repositoryFaults(
  aws: Aws,
  repository: ResolvedResource,
): Promise<(Fault | undefined)[]> {
  const { properties } = repository;
  const { region, domain } = placeOf(repository);
  const name = String(properties.RepositoryName);
  const about = [...domain, '--repository', name];
  const answer = found(
    await aws.ask<RepositoryAnswer>(['codeartifact', 'describe-repository'], about, region),
  );
  if (!answer) {
    await requireDomain(aws, { region, domain });
    return [{ id: 'index-missing', says: `There is no repository ${name} in ${region}.`, remedy: DEPLOY }];
  }
  const policy = found(
    await aws.ask<PolicyAnswer>(['codeartifact', 'get-repository-permissions-policy'], about, region),
  );
  const { upstreams = [], externalConnections = [] } = answer.repository;
  const wanted = [...list(properties.Upstreams), ...list(properties.ExternalConnections)];
  const has = [
    ...upstreams.map(({ repositoryName }) => repositoryName),
    ...externalConnections.map(({ externalConnectionName }) => externalConnectionName),
  ];
  return [
    policyFault('index-policy-differs', `repository ${name}`, repository, policy),
    has.join() === wanted.join()
      ? undefined
      : {
          id: 'upstreams-differ',
          says: `Packages come in from ${shown(has)}, and in the template from ${shown(wanted)}.`,
          remedy: `${DEPLOY} The order counts as well, and CloudFormation does not change it: \`aws codeartifact update-repository --upstreams\` does.`,
        },
  ];
}

interface GroupAnswer {
  readonly packageGroup: {
    readonly originConfiguration?: {
      readonly restrictions?: Readonly<Record<string, { readonly mode: string }>>;
    };
  };
}

/** By which way the packages of a group may come in. */
export async function packageGroupFaults(aws: Aws, group: ResolvedResource): Promise<(Fault | undefined)[]> {
  const { region, domain } = placeOf(group);
  const { Pattern, OriginConfiguration } = group.properties as {
    Pattern: string;
    OriginConfiguration?: {
      Restrictions?: Record<string, { RestrictionMode: string; Repositories?: string[] }>;
    };
  };
  const about = [...domain, '--package-group', Pattern];
  const answer = found(await aws.ask<GroupAnswer>(['codeartifact', 'describe-package-group'], about, region));
  if (!answer) {
    await requireDomain(aws, { region, domain });
    const says = `There is no package group ${Pattern}: its packages could come in by any way.`;
    return [{ id: 'package-group-missing', says, remedy: DEPLOY }];
  }
  const actual = answer.packageGroup.originConfiguration?.restrictions ?? {};
  const differences = await Promise.all(
    ORIGINS.map(async ([property, name]) => {
      const { RestrictionMode: wanted = 'INHERIT', Repositories = [] } =
        OriginConfiguration?.Restrictions?.[property] ?? {};
      const mode = actual[name]?.mode ?? 'INHERIT';
      if (mode !== wanted) return [`${name} is ${mode}, and in the template ${wanted}`];
      if (mode !== 'ALLOW_SPECIFIC_REPOSITORIES') return [];
      const allowed = await allowedRepositories(aws, [...about, '--origin-restriction-type', name], region);
      const same = [...allowed].sort().join() === [...Repositories].sort().join();
      return same ? [] : [`${name} is for ${shown(allowed)}, and in the template for ${shown(Repositories)}`];
    }),
  );
  const says = differences.flat().join('; ');
  return [
    says === ''
      ? undefined
      : { id: 'package-group-differs', says: `Of ${Pattern}, ${says}.`, remedy: DEPLOY },
  ];
}

const ORIGINS = [
  ['Publish', 'PUBLISH'],
  ['ExternalUpstream', 'EXTERNAL_UPSTREAM'],
  ['InternalUpstream', 'INTERNAL_UPSTREAM'],
] as const;

async function allowedRepositories(aws: Aws, args: string[], region: string): Promise<readonly string[]> {
  const operation = ['codeartifact', 'list-allowed-repositories-for-group'] as const;
  return (
    found(await aws.ask<{ allowedRepositories?: string[] }>(operation, args, region))?.allowedRepositories ??
    []
  );
}

/** A real token for 15 minutes, which is handed out and shown to nobody. */
export async function tokenFaults(aws: Aws, domain: ResolvedResource): Promise<[]> {
  const { region, domain: about } = placeOf(domain);
  const args = [...about, '--duration-seconds', '900', '--query', 'expiration'];
  body(await aws.ask(['codeartifact', 'get-authorization-token'], args, region));
  return [];
}

function policyFault(
  id: FindingId,
  name: string,
  { properties }: ResolvedResource,
  answer: PolicyAnswer | undefined,
): Fault | undefined {
  const expected = properties.PermissionsPolicyDocument;
  const document = answer?.policy?.document;
  const difference = policyDifference(
    `policy of ${name}`,
    expected === undefined ? [] : [expected],
    document === undefined ? [] : [JSON.parse(document)],
  );
  if (difference === undefined) return undefined;
  return { id, says: `The policy is not the template's: ${difference}.`, remedy: DEPLOY };
}

function list(value: unknown): string[] {
  return (value ?? []) as string[];
}

function shown(names: readonly string[]): string {
  return names.length === 0 ? 'nowhere' : names.join(', ');
}
