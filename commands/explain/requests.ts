import {
  arnParts,
  authorize,
  matchesText,
  type Policy,
  type Statement,
} from '../../evaluation/authorization';
import { Refusal } from '../../evaluation/refusal';
import { isUnknown, shown } from '../../evaluation/unknown';
import { CATALOG } from '../catalog';
import { type Deployed, readableResourcePolicies, type TrustedRole } from './deployed';
import type { Verdict } from './judge';

/** What a role may do with what was asked for. */
export interface RequestResult {
  readonly role: TrustedRole;
  readonly action: string;
  readonly resource: string;
  readonly verdict: Verdict;

  /** One sentence. */
  readonly because: string;
  readonly remedy?: string;
}

const PUBLISH = 'codeartifact:PublishPackageVersion';
const READ = 'codeartifact:ReadFromRepository';
const BEARER = 'sts:GetServiceBearerToken';

/** Dependabot asks CodeArtifact for a token and names no duration, which comes to twelve hours. */
const DEPENDABOT_SECONDS = '43200';

export function mayPublish(role: TrustedRole): boolean {
  return role.policies instanceof Refusal || naming(role.policies, PUBLISH).length > 0;
}

export function mayRead(role: TrustedRole): boolean {
  return role.policies instanceof Refusal || naming(role.policies, READ).length > 0;
}

function naming(policies: readonly Policy[], action: string): Statement[] {
  return policies
    .flatMap(({ statements }) => statements)
    .filter(({ effect, actions }) => {
      return (
        effect === 'Allow' && actions.some((one) => matchesText(one.toLowerCase(), action.toLowerCase()))
      );
    });
}

/** Whether the role may publish a package, to each repository that it publishes to. */
export function packageRequests(role: TrustedRole, deployed: Deployed, name: string): RequestResult[] {
  if (role.policies instanceof Refusal) return [unreadable(role, PUBLISH, name, role.policies)];
  const patterns = naming(role.policies, PUBLISH).flatMap(({ resources = [] }) => resources);
  const targets = new Set(patterns.flatMap((pattern) => packageArn(pattern, deployed, name)));
  return [...targets].map((resource) => {
    const result = ask(role, deployed, PUBLISH, resource);
    if (result.verdict !== 'refused') return result;
    const packages = patterns.map((pattern) =>
      shown(pattern)
        .split('/')
        .slice(3)
        .join('/')
        .replace(/^pypi\/\//, ''),
    );
    return {
      ...result,
      because: `it publishes ${[...new Set(packages)].join(', ')}, and ${name} is no such name`,
      remedy: `Add ${name} to packages in the CDK app and deploy it, or give the project a name that is among them.`,
    };
  });
}

/** The package in each repository that a pattern of a policy names. */
function packageArn(pattern: string, { repositories }: Deployed, name: string): string[] {
  const [, partition, , region, account, rest = ''] = arnParts(pattern) ?? [];
  const [kind, domain, repository] = rest.split('/');
  const prefix = `arn:${partition}:codeartifact:${region}:${account}:package`;
  if (
    kind === 'package' &&
    domain &&
    repository &&
    !/[*?]/.test(`${prefix}${domain}${repository}`) &&
    !isUnknown(pattern)
  ) {
    return [`${prefix}/${domain}/${repository}/pypi//${name}`];
  }
  return repositories.map(({ arn }) => `${arn.replace(':repository/', ':package/')}/pypi//${name}`);
}

/** Whether Dependabot gets the token that it asks for. */
export function dependabotRequest(role: TrustedRole, deployed: Deployed): RequestResult {
  if (role.policies instanceof Refusal) return unreadable(role, BEARER, '*', role.policies);
  const context = {
    'sts:AWSServiceName': 'codeartifact.amazonaws.com',
    'sts:DurationSeconds': DEPENDABOT_SECONDS,
  };
  const result = ask(role, deployed, BEARER, '*', context);
  if (result.verdict !== 'refused' || !result.because.includes('sts:DurationSeconds')) return result;
  return {
    ...result,
    because: `Dependabot asks for a token of CodeArtifact of 12 hours: ${result.because}`,
    remedy: 'Let the role give out tokens of 43200 seconds: Dependabot has no setting for a shorter one.',
  };
}

function ask(
  role: TrustedRole,
  deployed: Deployed,
  action: string,
  resource: string,
  context: Readonly<Record<string, string>> = {},
): RequestResult {
  const asked = { role, action, resource };
  try {
    const decision = authorize({
      catalog: CATALOG,
      principal: { arn: role.arn, account: role.arn.split(':')[4] ?? '' },
      action,
      resource,
      context,
      identityPolicies: role.policies as readonly Policy[],
      resourcePolicies: readableResourcePolicies(deployed),
    });
    if (decision.allowed) return { ...asked, verdict: 'granted', because: `by ${decision.statement}` };
    const because = [decision.because, ...decision.considered.map(shown)].join('; ');
    if (!role.besides.length || decision.statement) return { ...asked, verdict: 'refused', because };
    return {
      ...asked,
      verdict: 'undecided',
      because: `${because}; its ${role.besides.join(' and ')} are not read`,
    };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return unreadable(role, action, resource, error);
  }
}

function unreadable(role: TrustedRole, action: string, resource: string, why: Refusal): RequestResult {
  return { role, action, resource, verdict: 'undecided', because: shown(why.message) };
}
