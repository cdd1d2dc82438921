import { Annotations, type ResourceProps } from 'aws-cdk-lib';
import type { AddToResourcePolicyResult, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { checkKind } from '../../private/kinds';
import type { IDomain } from '../domain/domain-interface';
import { importedPolicyUnchanged } from '../policy/imported-policy';
import { REPOSITORY } from '../resource/kinds';
import { RepositoryBase } from './repository-base';
import type { IRepository } from './repository-interface';

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

  public addUpstream(upstream: IRepository): void {
    checkKind(this, 'upstream', upstream, REPOSITORY);
    Annotations.of(this).addWarningV2(
      'cdk-python-artifact-pipeline:imported-repository-upstreams',
      `The upstreams of an imported repository are not changed. Where ${upstream.node.path} is not one of them, add it ` +
        'in the stack that owns the repository, or by: aws codeartifact update-repository',
    );
  }

  public addToResourcePolicy(statement: PolicyStatement): AddToResourcePolicyResult {
    return importedPolicyUnchanged(this, 'repository', statement);
  }
}
