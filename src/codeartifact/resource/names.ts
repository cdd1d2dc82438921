import type { IConstruct } from 'constructs';
import { type InvalidInput, invalidInput } from '../../private/invalid-input';
import { isLeftToTokens } from '../../private/token-text';

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
export function checkDomainName(place: IConstruct | string, name: string, property = 'domainName'): void {
  checkName(place, property, name, DOMAIN_NAME);
}

/** Throws where the name could not be a repository's; a token passes. */
export function checkRepositoryName(
  place: IConstruct | string,
  name: string,
  property = 'repositoryName',
): void {
  checkName(place, property, name, REPOSITORY_NAME);
}

function checkName(place: IConstruct | string, property: string, name: string, rule: NameRule): void {
  if (rule.pattern.test(name) || isLeftToTokens(name)) return;
  const suggestion = rule.suggest(name);
  const problem: InvalidInput = {
    property,
    given: name,
    reason: 'is not a name that CodeArtifact accepts',
    allowed: rule.allowed,
    instead: rule.pattern.test(suggestion) ? `'${suggestion}'` : undefined,
    see: rule.see,
  };
  throw invalidInput(problem, place);
}

/** Throws for what is not the id of an AWS account; a token passes. */
export function checkAccount(place: IConstruct | string, property: string, account?: string): void {
  if (account === undefined || isLeftToTokens(account) || /^[0-9]{12}$/.test(account)) return;
  const reason = 'is not the id of an AWS account';
  throw invalidInput({ property, given: account, reason, allowed: '12 digits' }, place);
}

/** Throws for what is not a Region; a token passes. */
export function checkRegion(place: IConstruct | string, property: string, region?: string): void {
  if (region === undefined || isLeftToTokens(region) || /^[a-z0-9-]+$/.test(region)) return;
  const allowed = "lower-case letters, digits and hyphens, as in 'eu-west-1'";
  throw invalidInput({ property, given: region, reason: 'is not an AWS Region', allowed }, place);
}
