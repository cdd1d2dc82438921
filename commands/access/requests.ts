import {
  ACCOUNT,
  ANY_NAMESPACE,
  ANY_PACKAGE_NAME,
  ID,
  ORGANIZATION,
  PACKAGE_NAME,
  REGION,
  RESOURCE_NAME,
  ROLE_NAME,
  TEXT,
} from './language/field';
import { MANY } from './language/pattern';
import type { Script, Segment } from './language/script';
import type { Implied } from './language/simplify';
import { PRINCIPAL_ACCOUNT, PRINCIPAL_ARN, PRINCIPAL_ORGANIZATION, SERVICE } from './policy/principals';

/*
 * What is asked for, and by whom, where it is no token of GitHub.
 * ARNs: https://docs.aws.amazon.com/service-authorization/latest/reference/list_awscodeartifact.html#awscodeartifact-resources-for-iam-policies
 */

export type ResourceType = 'domain' | 'repository' | 'package' | 'package-group';

/** The keys of what is asked for. */
export const RESOURCE = {
  domain: 'resource:domain',
  repository: 'resource:repository',
  package: 'resource:package',
  'package-group': 'resource:package-group',
  account: 'resource:account',
  domainName: 'resource:domain name',
  repositoryName: 'resource:repository name',
  /** As package groups know it: `/pypi//NAME`. */
  path: 'resource:path',
} as const;

/** How long a bearer token lasts, and for which service. */
export const BEARER = { service: 'sts:awsservicename', seconds: 'sts:durationseconds' } as const;

const text = (value: string, ...to: string[]): Segment => ({ text: value, to });
/** AWS has no principal, and no tag, in what is asked for. */
const lacksNothing = () => false;

/** The ARNs of a resource of one type; those of the domain and repository around it go with it. */
export function resourceScripts(type: ResourceType | 'none', partition: string): Script[] {
  if (type === 'none') return [{ name: 'of no resource', segments: [], lacks: lacksNothing }];
  const around =
    type === 'package'
      ? (['package', 'repository', 'domain'] as const)
      : type === 'repository'
        ? (['repository', 'domain'] as const)
        : type === 'domain'
          ? (['domain'] as const)
          : (['package-group', 'domain'] as const);
  const arns = around.map((one) => RESOURCE[one]);
  const below = arns.filter((arn) => arn !== RESOURCE.domain);
  const domain: Segment[] = [
    text(`arn:${partition}:codeartifact:`, ...arns),
    { name: 'region', field: REGION, sample: 'us-east-1', to: arns },
    text(':', ...arns),
    { name: 'account', field: ACCOUNT, sample: '111111111111', to: [...arns, RESOURCE.account] },
    ...around.map((one) => text(`:${one}/`, RESOURCE[one])),
    { name: 'domain', field: RESOURCE_NAME, sample: 'acme', to: [...arns, RESOURCE.domainName] },
  ];
  const repository: Segment[] = [
    text('/', ...below),
    {
      name: 'repository of packages',
      field: RESOURCE_NAME,
      sample: 'python',
      to: [...below, RESOURCE.repositoryName],
    },
  ];
  if (type === 'domain') return [{ name: 'domain', segments: domain, lacks: lacksNothing }];
  if (type === 'repository')
    return [{ name: 'repository', segments: [...domain, ...repository], lacks: lacksNothing }];
  if (type === 'package-group') {
    const group: Segment[] = [
      text('/', ...below),
      { name: 'pattern', field: TEXT, sample: 'pypi/%2a', to: below },
    ];
    return [{ name: 'package group', segments: [...domain, ...group], lacks: lacksNothing }];
  }
  return [pythonPackage([...domain, ...repository]), otherPackage([...domain, ...repository])];
}

/** What the ARN of a package says of its path, where its domain and repository are plain. */
const implied: Implied = (key, pattern) => {
  if (key !== RESOURCE.package) return [];
  let colons = 0;
  const start = pattern.findIndex((element) => element === ':' && ++colons === 5);
  if (colons < 5 || pattern.slice(0, start).includes(MANY)) return [];
  const resource = pattern.slice(start + 1);
  const slashes = resource.flatMap((element, index) => (element === '/' ? [index] : [])).slice(0, 3);
  const end = slashes[2];
  if (end === undefined || resource.slice(0, end).some((element) => element.length > 2)) return [];
  return [{ key: RESOURCE.path, pattern: resource.slice(end) }];
};

/** PyPI has no namespaces, hence the empty one. */
function pythonPackage(before: readonly Segment[]): Script {
  const to = [RESOURCE.package, RESOURCE.path];
  const name: Segment = { name: 'package', field: PACKAGE_NAME, sample: 'acme-orders', to };
  return {
    name: 'Python package',
    segments: [...before, text('/pypi//', ...to), name],
    lacks: lacksNothing,
    implied,
  };
}

const OTHER_FORMATS = ['npm', 'maven', 'nuget', 'generic', 'ruby', 'swift', 'cargo'];

/** https://docs.aws.amazon.com/codeartifact/latest/APIReference/API_PackageDescription.html */
function otherPackage(before: readonly Segment[]): Script {
  const to = [RESOURCE.package, RESOURCE.path];
  const segments: Segment[] = [
    text('/', ...to),
    { name: 'format', choice: OTHER_FORMATS, to },
    text('/', ...to),
    { name: 'namespace', field: ANY_NAMESPACE, sample: '', to },
    text('/', ...to),
    { name: 'package', field: ANY_PACKAGE_NAME, sample: 'x', to },
  ];
  return {
    name: 'package of another format',
    segments: [...before, ...segments],
    lacks: lacksNothing,
    implied,
  };
}

/** A request for a bearer token. @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_bearer.html */
export function bearerScripts(): Script[] {
  const service: Segment = {
    name: 'service',
    field: TEXT,
    sample: 'codeartifact.amazonaws.com',
    to: [BEARER.service],
  };
  const seconds: Segment = { name: 'seconds', field: ID, sample: '900', to: [BEARER.seconds] };
  const zero: Segment = text('0', BEARER.seconds);
  const lacks =
    (...keys: string[]) =>
    (key: string) =>
      keys.includes(key);
  return [
    { name: 'bearer token', segments: [service, seconds], lacks: lacks() },
    { name: 'bearer token for as long as the session', segments: [service, zero], lacks: lacks() },
    { name: 'bearer token of the default length', segments: [service], lacks: lacks(BEARER.seconds) },
  ];
}

/** Principals of AWS, in an organization and outside of any; and services. */
export function principalScripts(partition: string): Script[] {
  const who: Segment[] = [
    text(`arn:${partition}:iam::`, PRINCIPAL_ARN),
    {
      name: 'principal account',
      field: ACCOUNT,
      sample: '222222222222',
      to: [PRINCIPAL_ARN, PRINCIPAL_ACCOUNT],
    },
    { name: 'kind of principal', choice: [':role/', ':user/'], to: [PRINCIPAL_ARN] },
    { name: 'principal', field: ROLE_NAME, sample: 'anybody', to: [PRINCIPAL_ARN] },
  ];
  const organization: Segment[] = [
    text('o-', PRINCIPAL_ORGANIZATION),
    { name: 'organization', field: ORGANIZATION, sample: 'stranger00', to: [PRINCIPAL_ORGANIZATION] },
  ];
  return [
    {
      name: 'principal of an organization',
      segments: [...who, ...organization],
      lacks: (key) => key === SERVICE,
    },
    {
      name: 'principal of no organization',
      segments: who,
      lacks: (key) => key === SERVICE || key === PRINCIPAL_ORGANIZATION,
    },
    {
      name: 'service',
      segments: [{ name: 'service', field: TEXT, sample: 'lambda.amazonaws.com', to: [SERVICE] }],
      lacks: (key) => [PRINCIPAL_ARN, PRINCIPAL_ACCOUNT, PRINCIPAL_ORGANIZATION].includes(key),
    },
  ];
}
