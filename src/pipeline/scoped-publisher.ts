import type { IConstruct } from 'constructs';
import type { IRepository } from '../codeartifact';
import { currentNamesOf } from '../codeartifact/repository/repository-names';
import type { GitHubPublisher, PublishTrigger, WorkflowHost } from '../github';
import type { GitHubIdentity } from '../github/identity/identity';
import { mayBeSame } from '../github/identity/same-identity';
import { isKnownLater } from '../private/token-text';
import { haveInCommon } from '../private/wildcards';

/** What the role of a publisher trusts, what that may publish, and what its builds are. */
export interface PublisherScope {
  readonly repository: IRepository;
  readonly publishers: GitHubPublisher[];
  readonly publishOn: PublishTrigger;
  /** All Python packages where it is not given. */
  readonly packages?: string[];
  readonly host?: WorkflowHost;
  /** The path of its reusable workflow. */
  readonly workflowPath: string;
  /** Whether its builds can prove who they are. */
  readonly privateDependencies: boolean;
}

/** A publisher as others of the app see it. */
export interface ScopedPublisher extends PublisherScope {
  readonly construct: IConstruct;
}

const publishersOf = new WeakMap<IConstruct, AppPublishers>();

/** The publishers of an app, in the order of their construction. */
export class AppPublishers {
  public static of({ node }: IConstruct): AppPublishers {
    const publishers = publishersOf.get(node.root) ?? new AppPublishers();
    publishersOf.set(node.root, publishers);
    return publishers;
  }

  public readonly all: ScopedPublisher[] = [];

  private readonly byPlace = new Map<string | IRepository, ScopedPublisher[]>();
  private placed = 0;

  public add(publisher: ScopedPublisher): void {
    this.all.push(publisher);
  }

  /** Those that are known to publish to a repository, be it imported by one of them. */
  public publishingTo(repository: IRepository): ScopedPublisher[] {
    for (; this.placed < this.all.length; this.placed++) this.place(this.all[this.placed]);
    return this.byPlace.get(placeOf(repository) ?? repository) ?? [];
  }

  private place(publisher: ScopedPublisher): void {
    const place = placeOf(publisher.repository) ?? publisher.repository;
    const others = this.byPlace.get(place);
    if (others) others.push(publisher);
    else this.byPlace.set(place, [publisher]);
  }
}

/** Where each repository is, by the names that it had when that was first asked. */
const places = new WeakMap<IRepository, { readonly place?: string }>();

/** The owner, Region and names of a repository as one text; none where a part is known later. */
function placeOf(repository: IRepository): string | undefined {
  const known = places.get(repository);
  if (known) return known.place;
  const { domainName, repositoryName } = currentNamesOf(repository);
  const parts = [repository.domain.domainOwner, repository.env.region, domainName, repositoryName];
  const place = parts.some(isKnownLater) ? undefined : parts.join(' ');
  places.set(repository, { place });
  return place;
}

/** The GitHub repositories and organizations of one whose tokens can be those of another publisher, by name. */
export function sharedIdentities(one: PublisherScope, other: PublisherScope): string[] {
  const theirs = identitiesOf(other);
  return identitiesOf(one)
    .filter((identity) => theirs.some((candidate) => mayBeSame(identity, candidate)))
    .map(({ name }) => name);
}

/** The only workflow that the role of a publisher trusts, where there is one. */
export function trustedWorkflow({ host, workflowPath }: PublisherScope): string | undefined {
  return host?._jobWorkflowRef(workflowPath);
}

/** Whether one run of a workflow can be what both triggers wait for. */
export function haveRunsInCommon(one: PublishTrigger, other: PublishTrigger): boolean {
  if (one._isAnyRef() || other._isAnyRef()) return true;
  if (one._environment() !== other._environment()) return false;
  const theirs = refsOf(other);
  return refsOf(one).some((ref) => theirs.some((candidate) => haveInCommon(ref, candidate)));
}

function refsOf(trigger: PublishTrigger): string[] {
  return trigger._claims().ref ?? [];
}

function identitiesOf({ publishers }: PublisherScope): GitHubIdentity[] {
  return publishers.map((publisher) => publisher._publisherIdentity());
}
