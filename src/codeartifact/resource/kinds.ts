import { RemovalPolicy } from 'aws-cdk-lib';
import { type Kind, memberOf, objectWith } from '../../private/kinds';

/** What the constructs of CodeArtifact take that is neither text nor number: OpenSearch has domains, too, and ECR repositories. */
export const DOMAIN: Kind = objectWith(
  'grantAuthorizationToken',
  'a domain of CodeArtifact',
  "domain of another pipeline, new Domain(…), or Domain.fromDomainAttributes(this, 'Domain', { domainName: 'acme' })",
);
export const REPOSITORY: Kind = objectWith(
  'indexUrlFor',
  'a repository of CodeArtifact',
  "repository of another pipeline, new Repository(…), or Repository.fromRepositoryArn(this, 'Repository', arn)",
);
export const ORIGIN_RESTRICTION: Kind = objectWith(
  '_render',
  'an OriginRestriction',
  'OriginRestriction.block()',
);
export const REMOVAL_POLICY: Kind = memberOf('RemovalPolicy', RemovalPolicy);
export const KEY: Kind = objectWith(
  'keyArn',
  'a KMS key',
  "Key.fromKeyArn(this, 'Key', arn) of aws-cdk-lib/aws-kms",
);
export const GRANTEE: Kind = objectWith(
  'grantPrincipal',
  'a role, a user or a principal of aws-cdk-lib/aws-iam',
);
