import type { RemovalPolicy } from 'aws-cdk-lib';
import type { IOIDCProviderRef } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IDomain, IRepository } from '../codeartifact';
import type { PackagePublisherOptions } from './package-publisher';
import type { PipelineOutput } from './pipeline-output';

/** What a pipeline is made of. */
export interface PythonArtifactPipelineProps extends PackagePublisherOptions {
  /**
   * The name of the domain to create: 2 to 50 characters, lower-case letters, digits and hyphens. Either
   * this or `domain`.
   * @default - `domain` is used, or that of `repository`
   */
  readonly domainName?: string;

  /**
   * The domain to use, of this or another pipeline. Either this or `domainName`.
   * @default - a new one, or that of `repository`
   */
  readonly domain?: IDomain;

  /**
   * The name of the repository to create: 2 to 100 characters, letters, digits, dots, underscores and hyphens. Either
   * this or `repository`.
   * @default - `repository` is used
   */
  readonly repositoryName?: string;

  /**
   * The repository to use, with the domain that it is in: one that somebody made before, or another stack. Of an imported
   * one nothing is changed: warnings have the statements that its policies still need. Either this or `repositoryName`.
   * @default - a new one
   */
  readonly repository?: IRepository;

  /**
   * The ids of the AWS organizations whose accounts may install.
   * @default - only principals of the account, by their identity policies
   * @see https://docs.aws.amazon.com/organizations/latest/APIReference/API_Organization.html
   */
  readonly organizationIds?: string[];

  /**
   * The repositories of the domain that a package is looked for in when it is not in this one, in this
   * order. An empty list keeps public packages out.
   * @default - a new repository `pypi-store`, which takes packages in from public PyPI
   * @see https://docs.aws.amazon.com/codeartifact/latest/ug/repos-upstream.html
   */
  readonly upstreams?: IRepository[];

  /**
   * The provider in IAM that vouches for GitHub, of this library or of aws-iam. An account has one for each issuer,
   * and one of another Region or Stage is as good.
   * @default - a new one for github.com
   */
  readonly oidcProvider?: IOIDCProviderRef;

  /**
   * The symmetric KMS key that encrypts the packages of a new domain. It can't be changed later.
   * @default - the key that AWS manages for CodeArtifact in this account
   */
  readonly encryptionKey?: IKey;

  /**
   * What becomes of the domain and its repositories when they leave the stack. The OIDC provider, which
   * others of the account may use, stays in any case.
   * @default RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE
   */
  readonly removalPolicy?: RemovalPolicy;

  /**
   * What the stack tells when it is deployed. An empty list for nothing.
   * @default - all of it
   */
  readonly outputs?: PipelineOutput[];
}
