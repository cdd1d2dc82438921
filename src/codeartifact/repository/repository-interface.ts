import type { Duration, IResource } from 'aws-cdk-lib';
import type { OnEventOptions, Rule } from 'aws-cdk-lib/aws-events';
import type { AddToResourcePolicyResult, Grant, IGrantable, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IDomain } from '../domain/domain-interface';
import type { ClientConfigurationOptions } from './client/client-configuration-options';
import type { PythonClient } from './client/python-client';
import type { EndpointOptions } from './endpoint-type';

/**
 * A CodeArtifact repository of Python packages.
 *
 * @see https://docs.aws.amazon.com/codeartifact/latest/ug/repos.html
 */
export interface IRepository extends IResource {
  /**
   * The ARN of the repository.
   * @attribute
   */
  readonly repositoryArn: string;

  /**
   * The name of the repository.
   * @attribute
   */
  readonly repositoryName: string;

  /** The domain that the repository belongs to. */
  readonly domain: IDomain;

  /**
   * The URL that pip and uv install from. It ends in `/simple/`.
   * @see https://docs.aws.amazon.com/codeartifact/latest/ug/python-configure-pip.html
   */
  readonly indexUrl: string;

  /**
   * The URL that twine and uv publish to. It ends in `/`.
   * @see https://docs.aws.amazon.com/codeartifact/latest/ug/python-configure-twine.html
   */
  readonly publishUrl: string;

  /**
   * The URL that pip and uv install from, over the network of one's choice.
   * @see https://docs.aws.amazon.com/codeartifact/latest/APIReference/API_GetRepositoryEndpoint.html
   */
  indexUrlFor(options?: EndpointOptions): string;

  /**
   * The URL that twine and uv publish to, over the network of one's choice.
   * @see https://docs.aws.amazon.com/codeartifact/latest/APIReference/API_GetRepositoryEndpoint.html
   */
  publishUrlFor(options?: EndpointOptions): string;

  /**
   * What a client is told so that it installs from this repository: a `pip.conf`, a `uv.toml`, or the part of a
   * `pyproject.toml`. No token is in it.
   *
   * The text is a token of the CDK, and says the names that the tree has at synthesis: put it into a `CfnOutput`, or
   * read it with `Stack.of(repository).resolve(text)`.
   *
   * Throws for a file that the client does not read, and for internal packages alone with a client that can't tell
   * them from others.
   *
   * @param client the tool that installs
   * @param options which packages, and in which file
   * @see https://docs.aws.amazon.com/codeartifact/latest/ug/using-python.html
   */
  clientConfiguration(client: PythonClient, options?: ClientConfigurationOptions): string;

  /**
   * The ARN of packages of this repository, as package permissions want it.
   *
   * Throws for what is neither an exact name nor `prefix-*`.
   *
   * @param packages an exact name such as `orders-sdk`, or a prefix such as `acme-*`; all Python packages
   * where it is not given
   * @see https://docs.aws.amazon.com/codeartifact/latest/ug/packages-overview.html
   */
  arnForPackages(packages?: string): string;

  /**
   * Adds an upstream repository behind those it has.
   *
   * Throws where this repository has an external connection or 10 upstreams, and for an upstream of another
   * domain, or one that has this repository as its own upstream. On an imported repository nothing is added, and a
   * warning says what to do where it is owned.
   *
   * @see https://docs.aws.amazon.com/codeartifact/latest/ug/repos-upstream.html
   */
  addUpstream(upstream: IRepository): void;

  /**
   * Adds a statement to the policy of the repository.
   *
   * On an imported repository nothing is added, and a warning says what to add where it is owned.
   *
   * @see https://docs.aws.amazon.com/codeartifact/latest/ug/repo-policies.html
   */
  addToResourcePolicy(statement: PolicyStatement): AddToResourcePolicyResult;

  /**
   * Grants actions on the repository and on all its Python packages, each on the type of resource that it acts on.
   *
   * Throws for an action that acts on neither, or that this library does not know, and for a principal that is
   * everyone.
   *
   * @param grantee who may
   * @param actions names with their service: `codeartifact:DeletePackageVersions`
   * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awscodeartifact.html
   */
  grant(grantee: IGrantable, ...actions: string[]): Grant;

  /**
   * Grants all that a client such as pip needs to install from this repository, and no more: the token,
   * the endpoint and the packages.
   *
   * Throws for a principal that is everyone. Of a principal whose identity policy this app can't write, a
   * warning says what is left to do.
   *
   * @param grantee who may install
   * @param maxTokenDuration how long a token may be valid at the most, 15 minutes to 12 hours; what CodeArtifact
   * allows where it is not given
   * @see https://docs.aws.amazon.com/codeartifact/latest/ug/auth-and-access-control-permissions-reference.html
   */
  grantRead(grantee: IGrantable, maxTokenDuration?: Duration): Grant;

  /**
   * Grants publishing to this repository, and looking at what is published.
   *
   * Throws for an entry of `packages` that is neither an exact name nor `prefix-*`, and for a principal that
   * is everyone. Of a principal whose identity policy this app can't write, a warning says what is left to do.
   *
   * @param grantee who may publish
   * @param packages exact names such as `orders-sdk`, or prefixes such as `acme-*`; all Python packages
   * where it is not given
   * @param maxTokenDuration how long a token may be valid at the most, 15 minutes to 12 hours; what CodeArtifact
   * allows where it is not given
   * @see https://docs.aws.amazon.com/codeartifact/latest/ug/packages-overview.html
   */
  grantPublish(grantee: IGrantable, packages?: string[], maxTokenDuration?: Duration): Grant;

  /**
   * Grants copying versions of packages into this repository from another one of its domain, as when a release is
   * promoted: reading from the source, and copying to here.
   *
   * Throws for this repository itself and for one of another domain, and as `grantPublish` does.
   *
   * @param grantee who may copy
   * @param source the repository to copy from
   * @param packages exact names such as `orders-sdk`, or prefixes such as `acme-*`; all Python packages
   * where it is not given
   * @see https://docs.aws.amazon.com/codeartifact/latest/ug/copy-package.html
   */
  grantCopyFrom(grantee: IGrantable, source: IRepository, packages?: string[]): Grant;

  /**
   * Grants changing the status of versions that are in this repository: published, unlisted or archived.
   *
   * Throws as `grantPublish` does.
   *
   * @param grantee who may change it
   * @param packages exact names such as `orders-sdk`, or prefixes such as `acme-*`; all Python packages
   * where it is not given
   * @see https://docs.aws.amazon.com/codeartifact/latest/ug/update-package-version-status.html
   */
  grantUpdateStatus(grantee: IGrantable, packages?: string[]): Grant;

  /**
   * Grants disposing of versions: their files are deleted, and nobody can publish others under the same version.
   * After `codeartifact:DeletePackageVersions`, which `grant` gives, somebody could.
   *
   * Throws as `grantPublish` does.
   *
   * @param grantee who may dispose of them
   * @param packages exact names such as `orders-sdk`, or prefixes such as `acme-*`; all Python packages
   * where it is not given
   * @see https://docs.aws.amazon.com/codeartifact/latest/ug/packages-overview.html
   */
  grantDispose(grantee: IGrantable, packages?: string[]): Grant;

  /**
   * Makes a rule in EventBridge for every event of this repository, also of types that CodeArtifact does not have
   * yet.
   *
   * Throws where the stack is known to be in another Region than the repository, since events stay in theirs.
   *
   * @param id the name of the rule as a construct of this repository
   * @param options what the rule starts, and for which of the events
   * @see https://docs.aws.amazon.com/codeartifact/latest/ug/service-event-format-example.html
   */
  onEvent(id: string, options?: OnEventOptions): Rule;

  /**
   * Makes a rule in EventBridge for every version of a package that is published, changed, copied or deleted in
   * this repository, or that comes in from another one.
   *
   * Throws as `onEvent` does.
   *
   * @param id the name of the rule as a construct of this repository
   * @param options what the rule starts, and for which of the events
   * @see https://docs.aws.amazon.com/codeartifact/latest/ug/service-event-format-example.html
   */
  onPackageVersionStateChange(id: string, options?: OnEventOptions): Rule;
}
