import { PART } from '../../commands/access/github-tokens';
import { all, any, type Formula, matches, not, present } from '../../commands/access/language/formula';
import { like, literal, type Pattern } from '../../commands/access/language/pattern';
import { PRINCIPAL_ACCOUNT, PRINCIPAL_ORGANIZATION } from '../../commands/access/policy/principals';
import { BEARER, RESOURCE } from '../../commands/access/requests';

/*
 * Who may, said from the props and from what README.md promises, in words of its own: nothing here is shared with the
 * code that renders, and a token is told by its parts, not by its subject.
 */

/** A publisher or reader, as plain data. */
export interface Who {
  readonly owner: string;
  /** None for all of an organization. */
  readonly repository?: string;
  readonly ownerId?: string;
  readonly repositoryId?: string;
  readonly form?: 'classic' | 'immutable' | 'both';
}

/** A trigger, as plain data. */
export interface When {
  readonly tags?: readonly string[];
  readonly branches?: readonly string[];
  readonly environment?: string;
  /** Any ref, environment and pull request. */
  readonly isAny?: boolean;
}

/** What a role trusts, as plain data. */
export interface Trusted {
  readonly who: readonly Who[];
  readonly when: When;
  /** `OWNER/REPOSITORY/.github/workflows/FILE@refs/…` */
  readonly calledWorkflow?: string;
  readonly actorIds?: readonly string[];
}

const ISSUER = 'token.actions.githubusercontent.com';
const is = (key: string, ...values: string[]) => matches(key, values.map(literal));

/** The tokens that a role is to admit. */
export function trustedTokens({ who, when, calledWorkflow, actorIds }: Trusted, issuer = ISSUER): Formula {
  return all(
    is(`${issuer}:aud`, 'sts.amazonaws.com'),
    any(...who.map((one) => all(tokensOf(one, who), runsAt(when, one, issuer)))),
    ...(calledWorkflow === undefined ? [] : [is(`${issuer}:job_workflow_ref`, calledWorkflow)]),
    ...(actorIds === undefined ? [] : [is(`${issuer}:actor_id`, ...actorIds)]),
  );
}

/**
 * A repository is its id, where that is known, and else its name. One that is trusted by its id stays so under the name
 * of another of the role: it is no other repository, and may do no more. In an immutable subject, ids go with the name.
 */
function tokensOf({ owner, repository, ownerId, repositoryId, form }: Who, role: readonly Who[]): Formula {
  if (repository === undefined) return is(PART.ownerId, String(ownerId));
  const hasBoth = ownerId !== undefined && repositoryId !== undefined;
  const meant = form ?? (hasBoth ? 'both' : 'classic');
  const ids = role.map((one) => one.repositoryId).filter((id) => id !== undefined);
  const byId = repositoryId !== undefined ? is(PART.repositoryId, ...ids) : undefined;
  const byOwner = ownerId === undefined ? all() : is(PART.ownerId, ownerId);
  const both = all(is(PART.ownerId, String(ownerId)), is(PART.repositoryId, String(repositoryId)));
  return all(
    is(PART.owner, owner),
    is(PART.repository, repository),
    any(
      meant === 'immutable' ? any() : all(is(PART.form, 'classic'), byId ?? byOwner),
      meant === 'classic' ? any() : all(is(PART.form, 'immutable'), both),
    ),
  );
}

function runsAt(
  { tags = [], branches = [], environment, isAny }: When,
  { repository }: Who,
  issuer: string,
): Formula {
  if (isAny) return all();
  const refs: Pattern[] = [
    ...tags.map((pattern) => [...literal('refs/tags/'), ...like(pattern)]),
    ...branches.map((name) => literal(`refs/heads/${name}`)),
  ];
  const onRefs = matches(PART.ref, refs);
  if (environment !== undefined) {
    // AWS has no key for the ref of a GitHub Enterprise Server.
    const isServer = issuer.endsWith('/_services/token');
    return all(is(PART.context, 'environment'), is(PART.environment, environment), isServer ? all() : onRefs);
  }
  // An environment would add nothing to an organization: whoever has a repository there can make one.
  return repository === undefined ? onRefs : all(is(PART.context, 'ref'), onRefs);
}

/** What CI of a reader is: branches, tags, pull requests and the environments that are named. */
export function readingTokens(
  who: readonly Who[],
  environments: readonly string[],
  calledWorkflow?: string,
): Formula {
  const contexts = any(
    is(PART.context, 'ref', 'pull_request'),
    environments.length === 0
      ? any()
      : all(is(PART.context, 'environment'), is(PART.environment, ...environments)),
  );
  return all(
    is(`${ISSUER}:aud`, 'sts.amazonaws.com'),
    any(...who.map((one) => all(tokensOf(one, who), one.repository === undefined ? all() : contexts))),
    ...(calledWorkflow === undefined ? [] : [is(`${ISSUER}:job_workflow_ref`, calledWorkflow)]),
  );
}

/** Where packages are. */
export interface Place {
  readonly account: string;
  readonly region: string;
  readonly domain: string;
  readonly repository: string;
}

const ON_DOMAIN = [
  'ListRepositoriesInDomain',
  'GetDomainPermissionsPolicy',
  'GetAuthorizationToken',
  'DescribeDomain',
];
const ON_REPOSITORY = ['ReadFromRepository', 'ListPackages', 'GetRepositoryEndpoint', 'DescribeRepository'];
const LOOKING = [
  'ListPackageVersions',
  'ListPackageVersionDependencies',
  'ListPackageVersionAssets',
  'GetPackageVersionReadme',
  'DescribePackageVersion',
];
const WRITING = ['PutPackageMetadata', 'PublishPackageVersion'];

/** What a publish role may do with an action of CodeArtifact: those of the original page, on these packages. */
export function publisherMay(action: string, place: Place, packages?: readonly string[]): Formula {
  if (ON_DOMAIN.includes(action)) return onDomain(place);
  if (ON_REPOSITORY.includes(action)) return onRepository(place);
  if (![...LOOKING, ...WRITING].includes(action)) return any();
  return onPackages(place, packages);
}

export const readerMay = (action: string, place: Place): Formula =>
  action === 'GetAuthorizationToken'
    ? onDomain(place)
    : ['ReadFromRepository', 'GetRepositoryEndpoint'].includes(action)
      ? onRepository(place)
      : any();

const arn = ({ account, region }: Place, rest: string) => `arn:aws:codeartifact:${region}:${account}:${rest}`;
const onDomain = (place: Place) => is(RESOURCE.domain, arn(place, `domain/${place.domain}`));
const onRepository = (place: Place) =>
  is(RESOURCE.repository, arn(place, `repository/${place.domain}/${place.repository}`));

/** Python packages: all of them, or those of the names and prefixes in normalized form. */
function onPackages(place: Place, packages?: readonly string[]): Formula {
  const start = literal(arn(place, `package/${place.domain}/${place.repository}/pypi/`));
  if (!packages) return matches(RESOURCE.package, [[...start, ...like('*')]]);
  const names = packages.map((name) => name.replace(/[-_.]+/g, '-').toLowerCase());
  return matches(
    RESOURCE.package,
    names.map((name) => [...start, ...like(`/${name}`)]),
  );
}

/** Bearer tokens for CodeArtifact, for a quarter of an hour or, of a reader, for as long as CodeArtifact gives them. */
export function bearerTokens(seconds?: string): Formula {
  const service = is(BEARER.service, 'codeartifact.amazonaws.com');
  return seconds === undefined
    ? service
    : all(service, any(is(BEARER.seconds, seconds), not(present(BEARER.seconds))));
}

/** What principals of other accounts may do by the policies of domain and repository: install, if in an organization. */
export function organizationMay(action: string, place: Place, organizationIds: readonly string[]): Formula {
  const member = all(
    not(is(PRINCIPAL_ACCOUNT, place.account)),
    is(PRINCIPAL_ORGANIZATION, ...organizationIds),
  );
  const packagesOf = [...literal(arn(place, `package/${place.domain}/${place.repository}/`)), ...like('*')];
  if (ON_DOMAIN.includes(action)) return all(member, onDomain(place));
  if (ON_REPOSITORY.includes(action)) return all(member, onRepository(place));
  return LOOKING.includes(action) ? all(member, matches(RESOURCE.package, [packagesOf])) : any();
}
