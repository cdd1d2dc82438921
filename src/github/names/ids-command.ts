import { isKnownLater } from '../../private/token-text';
import { idsQuery } from './ids-query';

/** The command that prints the ids of a repository, as text in quotes. */
export function idsCommand(repository = 'OWNER/REPO'): string {
  return idsQuery(isKnownLater(repository) ? 'OWNER/REPO' : repository);
}
