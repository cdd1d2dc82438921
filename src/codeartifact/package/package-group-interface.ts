import type { IResource } from 'aws-cdk-lib';

/**
 * Packages of a domain, by their names, and where their versions may come from.
 *
 * @see https://docs.aws.amazon.com/codeartifact/latest/ug/package-groups.html
 */
export interface IPackageGroup extends IResource {
  /**
   * The ARN of the package group.
   * @attribute
   */
  readonly packageGroupArn: string;
}
