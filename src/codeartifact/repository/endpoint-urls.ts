import { Stack } from 'aws-cdk-lib';
import { knownUrlSuffix } from '../../private/environment';
import { invalidInput } from '../../private/invalid-input';
import { EndpointType } from './endpoint-type';
import type { IRepository } from './repository-interface';
import type { RepositoryNames } from './repository-names';

/** @see https://docs.aws.amazon.com/codeartifact/latest/ug/python-configure-pip.html */
export function indexUrlOf(
  repository: IRepository,
  names?: RepositoryNames,
  endpointType?: EndpointType,
): string {
  return `${publishUrlOf(repository, names, endpointType)}simple/`;
}

/** The same from its parts, which can be expressions that GitHub evaluates. */
export function indexUrlAt(names: RepositoryNames, domainOwner: string, host: string): string {
  return `${publishUrlAt(names, domainOwner, host)}simple/`;
}

/**
 * @param names references to the domain and the repository, if not given
 * @see https://docs.aws.amazon.com/codeartifact/latest/ug/python-configure-twine.html
 */
export function publishUrlOf(
  repository: IRepository,
  names: RepositoryNames = {
    domainName: repository.domain.domainName,
    repositoryName: repository.repositoryName,
  },
  endpointType = EndpointType.IPV4,
): string {
  return publishUrlAt(names, repository.domain.domainOwner, hostOfRegion(repository, endpointType));
}

function publishUrlAt(
  { domainName, repositoryName }: RepositoryNames,
  domainOwner: string,
  host: string,
): string {
  return `https://${domainName}-${domainOwner}.${host}/pypi/${repositoryName}/`;
}

/** The host for IPv4 of a Region, without the part of the domain; where no suffix is known, that of most Regions. */
export function endpointHost(region: string, urlSuffix = knownUrlSuffix(region) ?? 'amazonaws.com'): string {
  return `d.codeartifact.${region}.${urlSuffix}`;
}

/** Of the two, only the host for IPv4 has a `d` in front. */
function hostOfRegion(repository: IRepository, endpointType: EndpointType): string {
  const { region } = repository.env;
  if (!Object.values(EndpointType).includes(endpointType)) {
    const allowed = 'EndpointType.IPV4 and EndpointType.DUALSTACK';
    const reason = 'is no type of endpoint';
    throw invalidInput({ property: 'endpointType', given: endpointType, reason, allowed }, repository);
  }
  if (endpointType === EndpointType.DUALSTACK) return `codeartifact.${region}.on.aws`;
  return endpointHost(region, knownUrlSuffix(region) ?? Stack.of(repository).urlSuffix);
}
