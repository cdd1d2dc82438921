import { invalidInput } from '../../private/invalid-input';
import { checkKind, listOf } from '../../private/kinds';
import type { IRepository } from '../repository/repository-interface';
import { REPOSITORY } from '../resource/kinds';

/** What CloudFormation wants for one of the ways in. */
export interface RenderedRestriction {
  readonly restrictionMode: string;
  readonly repositories?: string[];
}

/**
 * Whether versions of the packages of a group may come in by one of the three ways: published, from an
 * external connection, or from another repository of the domain.
 *
 * @see https://docs.aws.amazon.com/codeartifact/latest/ug/package-group-origin-controls.html
 */
export class OriginRestriction {
  /** They may, into any repository. */
  public static allow(): OriginRestriction {
    return new OriginRestriction('ALLOW', []);
  }

  /** They may not. */
  public static block(): OriginRestriction {
    return new OriginRestriction('BLOCK', []);
  }

  /** As the next wider group has it. */
  public static inherit(): OriginRestriction {
    return new OriginRestriction('INHERIT', []);
  }

  /**
   * They may, into these repositories and no other.
   *
   * Throws where none is given.
   */
  public static allowRepositories(...repositories: IRepository[]): OriginRestriction {
    if (repositories.length === 0) {
      throw invalidInput({
        property: 'OriginRestriction.allowRepositories',
        given: repositories,
        reason: 'names no repository',
        instead: 'OriginRestriction.block()',
      });
    }
    checkKind(undefined, 'OriginRestriction.allowRepositories', repositories, listOf(REPOSITORY));
    return new OriginRestriction('ALLOW_SPECIFIC_REPOSITORIES', repositories);
  }

  private constructor(
    private readonly mode: string,
    private readonly repositories: IRepository[],
  ) {}

  /** @internal */
  public _render(): RenderedRestriction {
    const names = this.repositories.map((repository) => repository.repositoryName);
    return { restrictionMode: this.mode, repositories: names.length ? names : undefined };
  }
}
