import { Arn, type ArnComponents, ArnFormat, Fn, Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { knownPartition } from '../../private/environment';
import { invalidInput } from '../../private/invalid-input';
import { checkKind, TEXT } from '../../private/kinds';
import { isLeftToTokens } from '../../private/token-text';

/** As ARNs have it. */
export const SERVICE = 'codeartifact';

const START = 'arn:[a-z-]+:codeartifact:[a-z0-9-]+:[0-9]{12}:';
const DOMAIN = '[a-z][a-z0-9-]{0,48}[a-z0-9]';

const FORMS = {
  domain: {
    property: 'domainArn',
    pattern: new RegExp(`^${START}domain/${DOMAIN}$`),
    allowed: 'arn:PARTITION:codeartifact:REGION:ACCOUNT:domain/NAME',
  },
  repository: {
    property: 'repositoryArn',
    pattern: new RegExp(`^${START}repository/${DOMAIN}/[A-Za-z0-9][A-Za-z0-9._-]{1,99}$`),
    allowed: 'arn:PARTITION:codeartifact:REGION:ACCOUNT:repository/DOMAIN/NAME',
  },
  'package group': {
    property: 'packageGroupArn',
    // A pattern has 520 characters at the most; '*', '$' and '%' are written as three each.
    pattern: new RegExp(`^${START}package-group/${DOMAIN}/[^\\s*?$]{1,1560}$`),
    allowed: 'arn:PARTITION:codeartifact:REGION:ACCOUNT:package-group/DOMAIN/ENCODED-PATTERN',
  },
};

/** What is behind the service in an ARN of CodeArtifact. */
export type CodeArtifactArnComponents = Pick<ArnComponents, 'region' | 'account' | 'resource'> & {
  readonly resourceName: string;
};

/** The ARN of what is in CodeArtifact, as text where all its parts are known. */
export function codeArtifactArn(scope: IConstruct, components: CodeArtifactArnComponents): string {
  const stack = Stack.of(scope);
  const { region = stack.region, account = stack.account, resource, resourceName } = components;
  const partition = knownPartition(region) ?? stack.partition;
  return `arn:${partition}:${SERVICE}:${region}:${account}:${resource}/${resourceName}`;
}

/** Throws for an ARN of anything else; one that only deployment knows passes. */
export function checkArn(place: string, kind: keyof typeof FORMS, arn: string): void {
  const { property, pattern, allowed } = FORMS[kind];
  checkKind(place, property, arn, TEXT);
  if (isLeftToTokens(arn) || pattern.test(arn)) return;
  throw invalidInput(
    { property, given: arn, reason: `is not the ARN of a CodeArtifact ${kind}`, allowed },
    place,
  );
}

/**
 * The names at the end of the ARN of a domain or repository.
 *
 * Throws for an ARN of anything else; one that only deployment knows is taken apart there.
 */
export function namesInArn(place: string, kind: 'domain' | 'repository', arn: string): string[] {
  checkArn(place, kind, arn);
  const { resource } = Arn.split(arn, ArnFormat.NO_RESOURCE_NAME);
  const [, ...names] = Fn.split('/', resource, kind === 'domain' ? 2 : 3);
  return names;
}

/** The ARN of the domain of a repository: of the same partition, account and Region. */
export function domainArnOf(repositoryArn: string, domainName: string): string {
  const { partition, service, region, account } = Arn.split(repositoryArn, ArnFormat.NO_RESOURCE_NAME);
  return Arn.format({ partition, service, region, account, resource: 'domain', resourceName: domainName });
}
