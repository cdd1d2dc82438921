import type { ResourceProps } from 'aws-cdk-lib';
import type { AddToResourcePolicyResult, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { IDomain } from '../domain/domain-interface';
import { importedPolicyUnchanged } from '../policy/imported-policy';
import { RepositoryBase } from './repository-base';

/** A repository that another stack owns. */
export class ImportedRepository extends RepositoryBase {
  public readonly domain: IDomain;

  constructor(
    scope: Construct,
    id: string,
    environment: ResourceProps,
    public readonly repositoryArn: string,
    public readonly repositoryName: string,
    findDomain: (repository: RepositoryBase) => IDomain,
  ) {
    super(scope, id, environment);
    this.domain = findDomain(this);
  }

  public addToResourcePolicy(statement: PolicyStatement): AddToResourcePolicyResult {
    return importedPolicyUnchanged(this, 'repository', statement);
  }
}
