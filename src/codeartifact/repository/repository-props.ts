import type { RemovalPolicy } from 'aws-cdk-lib';
import type { IDomain } from '../domain/domain-interface';
import type { ExternalConnection } from './external-connection';
import type { IRepository } from './repository-interface';

/** What identifies a repository that exists. */
export interface RepositoryAttributes {
  /** The name of the repository. */
  readonly repositoryName: string;

  /** The domain that the repository belongs to; its account and Region are the repository's. */
  readonly domain: IDomain;
}

/** What a new repository is made of. */
export interface RepositoryProps {
  /**
   * The domain that the repository belongs to. It can't be changed later. Of a domain that another account
   * owns, a warning says what its policy has to allow.
   */
  readonly domain: IDomain;

  /**
   * The name of the repository: 2 to 100 characters, letters, digits, dots, underscores and hyphens. It
   * can't be changed later.
   */
  readonly repositoryName: string;

  /**
   * What the repository is for, up to 1,000 characters.
   * @default - no description
   */
  readonly description?: string;

  /**
   * The repositories of the same domain that a package is looked for in, in this order, when it is not in
   * this one; 10 at the most. Not together with `externalConnection`. Of a repository that exists,
   * CloudFormation does not change the order alone.
   * @default - none
   * @see https://docs.aws.amazon.com/codeartifact/latest/ug/repos-upstream.html
   */
  readonly upstreams?: IRepository[];

  /**
   * The public registry that packages come in from. Not together with `upstreams`; nobody is allowed to
   * publish into such a repository by its policy.
   * @default - none
   * @see https://docs.aws.amazon.com/codeartifact/latest/ug/external-connection.html
   */
  readonly externalConnection?: ExternalConnection;

  /**
   * The ids of the AWS organizations whose accounts may install from the repository. They are let into its
   * domain, too; of an imported domain, a warning says what its policy needs.
   * @default - only principals of the owner's account, by their identity policies
   */
  readonly organizationIds?: string[];

  /**
   * What becomes of the repository, with all its packages, when it leaves the stack.
   * @default - as its domain where that is made in the same app, else RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE
   */
  readonly removalPolicy?: RemovalPolicy;
}
