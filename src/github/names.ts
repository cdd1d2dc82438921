import { Token } from 'aws-cdk-lib';
import { invalidInput } from '../private/invalid-input';

const OWNER = /^[A-Za-z0-9][A-Za-z0-9-]*(_[A-Za-z0-9]+)?$/;
const REPOSITORY = /^[A-Za-z0-9._-]{1,100}$/;
const ID = /^[1-9][0-9]*$/;
const REPOSITORIES_API = 'https://docs.github.com/en/rest/repos/repos#get-a-repository';

/** Throws for what GitHub would not take as the login of a user or organization; a token passes. */
export function checkOwner(property: string, owner: string): void {
  if (Token.isUnresolved(owner) || (OWNER.test(owner) && owner.length <= 39)) return;
  throw invalidInput({
    property,
    given: owner,
    reason: 'is not the name of a GitHub user or organization',
    allowed:
      'up to 39 letters, digits and hyphens; no wildcard, since that would trust owners who are not there yet',
  });
}

/** The two halves of `owner/name`, or an error; a token passes whole. */
export function parseRepository(property: string, repository: string): { owner: string; name: string } {
  const [owner, name, ...rest] = repository.split('/');
  const isToken = Token.isUnresolved(repository);
  if (!isToken && (name === undefined || rest.length > 0)) {
    throw invalidInput({
      property,
      given: repository,
      reason: 'is not a repository',
      allowed: "the owner and the name, as in 'acme/orders-sdk'",
      instead: rest.length > 0 ? `'${rest[rest.length - 2] ?? name}/${rest[rest.length - 1]}'` : undefined,
    });
  }
  if (!isToken) {
    checkOwner(property, owner);
    checkRepositoryName(property, name);
  }
  return { owner, name };
}

function checkRepositoryName(property: string, name: string): void {
  if (Token.isUnresolved(name)) return;
  const isReserved = name === '.' || name === '..' || name.toLowerCase().endsWith('.git');
  if (REPOSITORY.test(name) && !isReserved) return;
  throw invalidInput({
    property,
    given: name,
    reason: 'is not the name of a GitHub repository',
    allowed: 'up to 100 letters, digits, dots, hyphens and underscores; no wildcard, and not ending in .git',
  });
}

/** Throws for what is not a numeric id; a token passes. */
export function checkId(property: string, id: string | undefined): void {
  if (id === undefined || Token.isUnresolved(id) || ID.test(id)) return;
  throw invalidInput({
    property,
    given: id,
    reason: 'is not an id that GitHub gives',
    allowed: "digits, as in '1234'",
    instead: "what `gh api repos/OWNER/REPO --jq '{ownerId: .owner.id, repositoryId: .id}'` prints",
    see: REPOSITORIES_API,
  });
}
