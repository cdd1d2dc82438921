import { Arn, ArnFormat, Fn } from 'aws-cdk-lib';
import { invalidInput } from '../private/invalid-input';
import { isLeftToTokens } from '../private/token-text';

const FORMS = {
  domain: {
    pattern: /^arn:[a-z-]+:codeartifact:[a-z0-9-]+:[0-9]{12}:domain\/[a-z][a-z0-9-]*$/,
    allowed: 'arn:PARTITION:codeartifact:REGION:ACCOUNT:domain/NAME',
  },
  repository: {
    pattern:
      /^arn:[a-z-]+:codeartifact:[a-z0-9-]+:[0-9]{12}:repository\/[a-z][a-z0-9-]*\/[A-Za-z0-9][A-Za-z0-9._-]*$/,
    allowed: 'arn:PARTITION:codeartifact:REGION:ACCOUNT:repository/DOMAIN/NAME',
  },
};

/**
 * The names at the end of the ARN of a domain or repository.
 *
 * Throws for an ARN of anything else; one that only deployment knows is taken apart there.
 */
export function namesInArn(place: string, kind: 'domain' | 'repository', arn: string): string[] {
  const { pattern, allowed } = FORMS[kind];
  if (!isLeftToTokens(arn) && !pattern.test(arn)) {
    const reason = `is not the ARN of a CodeArtifact ${kind}`;
    throw invalidInput({ property: `${kind}Arn`, given: arn, reason, allowed }, place);
  }
  const { resource } = Arn.split(arn, ArnFormat.NO_RESOURCE_NAME);
  const [, ...names] = Fn.split('/', resource, kind === 'domain' ? 2 : 3);
  return names;
}

/** The ARN of the domain of a repository: of the same partition, account and Region. */
export function domainArnOf(repositoryArn: string, domainName: string): string {
  const { partition, service, region, account } = Arn.split(repositoryArn, ArnFormat.NO_RESOURCE_NAME);
  return Arn.format({ partition, service, region, account, resource: 'domain', resourceName: domainName });
}
