import type { IConstruct } from 'constructs';
import { invalidInput } from '../../private/invalid-input';
import { nameInStack } from '../../private/last-word/known-name';
import { isKnownLater } from '../../private/token-text';
import { isOtherDomain } from '../domain/same-domain';
import { codeArtifactArn } from '../resource/arns';
import type { IRepository } from './repository-interface';
import { namesOf } from './repository-names';

/** @see https://docs.aws.amazon.com/codeartifact/latest/ug/service-limits.html */
const MOST_UPSTREAMS = 10;
const GUIDE = 'https://docs.aws.amazon.com/codeartifact/latest/ug/repos-upstream.html';

const upstreamsOf = new WeakMap<IConstruct, Upstreams>();

/** The upstream repositories of one repository, in the order in which they are searched. */
export class Upstreams {
  private readonly list: IRepository[] = [];

  constructor(
    private readonly repository: IRepository,
    private readonly externalConnection?: string,
  ) {
    upstreamsOf.set(repository, this);
  }

  /** Adds one at the end, or throws. */
  public add(upstream: IRepository): void {
    if (this.externalConnection) {
      throw this.refuse(
        'upstreams',
        upstream,
        `can not stand beside the external connection ${this.externalConnection}`,
        {
          instead: 'a repository of its own for the connection, as an upstream of this one',
        },
      );
    }
    if (this.list.length === MOST_UPSTREAMS) {
      throw this.refuse('upstreams', upstream, `would be number ${MOST_UPSTREAMS + 1}`, {
        allowed: `${MOST_UPSTREAMS} direct upstreams; an upstream may have upstreams of its own`,
      });
    }
    if (isOtherDomain(upstream.domain, this.repository.domain)) {
      throw this.refuse('upstreams', upstream, 'is of another domain', {
        allowed: 'repositories of the same domain',
      });
    }
    if (this.list.some((other) => isSame(other, upstream)))
      throw this.refuse('upstreams', upstream, 'is an upstream already');
    if (reaches(upstream, this.repository)) {
      throw this.refuse('upstreams', upstream, 'has this repository as its own upstream, or is it');
    }
    this.list.push(upstream);
  }

  /** The names that CloudFormation wants, or nothing. */
  public get names(): string[] | undefined {
    if (this.list.length === 0) return undefined;
    const { stack } = this.repository;
    return this.list.map((upstream) => nameInStack(stack, upstream) ?? upstream.repositoryName);
  }

  /** Their ARNs, in which nothing refers to a resource. */
  public get arns(): string[] {
    return this.list.map((upstream) => {
      const { domainName, repositoryName } = namesOf(upstream);
      const { domain, env } = upstream;
      return codeArtifactArn(this.repository, {
        resource: 'repository',
        resourceName: `${domainName}/${repositoryName}`,
        account: domain.domainOwner,
        region: env.region,
      });
    });
  }

  /** Whether one of the upstreams, or theirs, is `target`. */
  public reach(target: IRepository): boolean {
    return this.list.some((upstream) => reaches(upstream, target));
  }

  private refuse(
    property: string,
    upstream: IRepository,
    reason: string,
    hints: { allowed?: string; instead?: string } = {},
  ): Error {
    return invalidInput(
      { property, given: upstream.node.path, reason, ...hints, see: GUIDE },
      this.repository,
    );
  }
}

function reaches(from: IRepository, target: IRepository): boolean {
  return from === target || (upstreamsOf.get(from)?.reach(target) ?? false);
}

/** Both are of one domain, so that their names tell, where they are known. */
function isSame(one: IRepository, other: IRepository): boolean {
  if (one === other) return true;
  return one.repositoryName === other.repositoryName && !isKnownLater(one.repositoryName);
}
