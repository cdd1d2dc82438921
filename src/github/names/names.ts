import { Fn, Token } from 'aws-cdk-lib';
import { invalidInput } from '../../private/invalid-input';
import { checkKind, type Kind, TEXT } from '../../private/kinds';
import { isLeftToTokens, isPlaceholder, literalsOf } from '../../private/token-text';
import { idsCommand } from './ids-command';

const OWNER = /^[A-Za-z0-9][A-Za-z0-9-]*(_[A-Za-z0-9]+)?$/;
const REPOSITORY = /^[A-Za-z0-9._-]{1,100}$/;
const ID = /^[1-9][0-9]*$/;
const REPOSITORY_URL =
  /^(?:\w+:\/\/)?(?:[\w@-]+(?:\.[\w-]+)+[/:])?([A-Za-z0-9_-]+\/[A-Za-z0-9._-]+?)(?:\.git|\/)?$/;
const OWNER_NAME: Kind = { ...TEXT, allowed: "the name of an owner, as in 'acme'" };
const REPOSITORY_NAME: Kind = { ...TEXT, allowed: "the owner and the name, as in 'acme/orders-sdk'" };
const REPOSITORIES_API = 'https://docs.github.com/en/rest/repos/repos#get-a-repository';

/** Throws for what GitHub would not take as the login of a user or organization; a token passes. */
export function checkOwner(property: string, owner: string): void {
  checkKind(undefined, property, owner, OWNER_NAME);
  if (isLeftToTokens(owner) || (OWNER.test(owner) && owner.length <= 39)) return;
  throw invalidInput({
    property,
    given: owner,
    reason: 'is not the name of a GitHub user or organization',
    allowed:
      'up to 39 letters, digits and hyphens; no wildcard, since that would trust owners who are not there yet',
  });
}

/** The two halves of `owner/name`, or an error; a token passes, and is taken apart by CloudFormation. */
export function parseRepository(property: string, repository: string): { owner: string; name: string } {
  checkKind(undefined, property, repository, REPOSITORY_NAME);
  if (isPlaceholder(repository)) return placeholderHalves(property, repository);
  const isWhole = Token.isUnresolved(repository) && !literalsOf(repository).includes('/');
  const [owner, name, ...rest] = isWhole ? Fn.split('/', repository, 2) : repository.split('/');
  const meant = nameIn(repository);
  if (name === undefined || rest.length > 0 || (isWhole && !isLeftToTokens(repository)) || meant) {
    throw invalidInput({
      property,
      given: repository,
      reason: 'is not a repository',
      allowed: "the owner and the name, as in 'acme/orders-sdk'",
      instead: meant && `'${meant}'`,
    });
  }
  checkOwner(property, owner);
  checkRepositoryName(property, name);
  return { owner, name };
}

/** What the CDK CLI has not looked up yet may be all of it, or either half. */
function placeholderHalves(property: string, repository: string): { owner: string; name: string } {
  const [owner, ...rest] = repository.split('/');
  const name = rest.join('/') || owner;
  checkOwner(property, owner);
  if (!isLeftToTokens(repository)) checkRepositoryName(property, name);
  return { owner, name };
}

/** The `owner/name` that somebody meant who wrote a URL of it, or white space around it. */
function nameIn(text: string): string | undefined {
  if (Token.isUnresolved(text) || text.length > 300) return undefined;
  const [, name] = REPOSITORY_URL.exec(text.trim()) ?? [];
  return name === text ? undefined : name;
}

function checkRepositoryName(property: string, name: string): void {
  if (isLeftToTokens(name)) return;
  const isReserved = name === '.' || name === '..' || name.toLowerCase().endsWith('.git');
  if (REPOSITORY.test(name) && !isReserved) return;
  throw invalidInput({
    property,
    given: name,
    reason: 'is not the name of a GitHub repository',
    allowed: 'up to 100 letters, digits, dots, hyphens and underscores; no wildcard, and not ending in .git',
    instead: name === '*' ? organizationInstead(property) : undefined,
  });
}

/** What to write for all repositories, where the class that was asked knows organizations. */
function organizationInstead(property: string): string | undefined {
  const [, owner] = /^(.*)\.repository$/.exec(property) ?? [];
  return owner && `each repository, or ${owner}.organization`;
}

/** Throws for what is not a numeric id, a missing one included; a token passes. */
export function checkId(property: string, id: string | undefined): void {
  if (typeof id === 'string' && (isLeftToTokens(id) || ID.test(id))) return;
  throw invalidInput({
    property,
    given: id,
    reason: 'is not an id that GitHub gives',
    allowed: "digits in quotes, as in '1234'",
    instead: `what \`${idsCommand()}\` prints`,
    see: REPOSITORIES_API,
  });
}
