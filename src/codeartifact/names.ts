import { Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { type InvalidInput, invalidInput } from '../private/invalid-input';

interface NameRule {
  readonly pattern: RegExp;
  readonly allowed: string;
  readonly see: string;
  readonly suggest: (name: string) => string;
}

const DOMAIN_NAME: NameRule = {
  pattern: /^[a-z][a-z0-9-]{0,48}[a-z0-9]$/,
  allowed:
    '2 to 50 characters, lower-case letters, digits and hyphens, a letter first, a letter or digit last',
  see: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-codeartifact-domain.html',
  suggest: (name) =>
    name
      .toLowerCase()
      .replace(/[^a-z0-9-]+/g, '-')
      .replace(/^[^a-z]+/, '')
      .slice(0, 50)
      .replace(/-+$/, ''),
};

const REPOSITORY_NAME: NameRule = {
  pattern: /^[A-Za-z0-9][A-Za-z0-9._-]{1,99}$/,
  allowed: '2 to 100 characters, letters, digits, dots, underscores and hyphens, a letter or digit first',
  see: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-codeartifact-repository.html',
  suggest: (name) =>
    name
      .replace(/[^A-Za-z0-9._-]+/g, '-')
      .replace(/^[^A-Za-z0-9]+/, '')
      .slice(0, 100),
};

/** Throws where the name could not be a domain's; a token passes. */
export function checkDomainName(scope: IConstruct, name: string, property = 'domainName'): void {
  checkName(scope, property, name, DOMAIN_NAME);
}

/** Throws where the name could not be a repository's; a token passes. */
export function checkRepositoryName(scope: IConstruct, name: string, property = 'repositoryName'): void {
  checkName(scope, property, name, REPOSITORY_NAME);
}

function checkName(scope: IConstruct, property: string, name: string, rule: NameRule): void {
  if (Token.isUnresolved(name) || rule.pattern.test(name)) return;
  const suggestion = rule.suggest(name);
  const problem: InvalidInput = {
    property,
    given: name,
    reason: 'is not a name that CodeArtifact accepts',
    allowed: rule.allowed,
    instead: rule.pattern.test(suggestion) ? `'${suggestion}'` : undefined,
    see: rule.see,
  };
  throw invalidInput(problem, scope);
}
