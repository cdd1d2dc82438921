import { CfnDomain, CfnRepository } from 'aws-cdk-lib/aws-codeartifact';
import { CfnRole } from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';

/** An Aspect. */
export const aspect = (visit: (node: IConstruct) => void) => ({ visit });

/** Puts a prefix before every name, as companies do for their environments. */
export const prefixNames = (prefix: string) =>
  aspect((node) => {
    if (node instanceof CfnDomain) node.domainName = prefix + node.domainName;
    if (node instanceof CfnRepository) node.repositoryName = prefix + node.repositoryName;
    if (node instanceof CfnRole && node.roleName) node.roleName = prefix + node.roleName;
  });
