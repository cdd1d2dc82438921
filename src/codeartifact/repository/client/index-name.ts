import { isKnownLater } from '../../../private/token-text';
import type { RepositoryNames } from '../repository-names';

/**
 * The name under which uv, Poetry and PDM know a repository, such as `acme-python`. Poetry reads a dot in it as the
 * end of it.
 *
 * @see https://docs.astral.sh/uv/concepts/indexes/
 */
export function indexNameOf({ domainName, repositoryName }: RepositoryNames): string {
  const name = `${domainName}-${repositoryName}`;
  return isKnownLater(name) ? name : name.toLowerCase().replaceAll('.', '-');
}

/** The variables from which a tool takes its credentials for an index. */
export interface IndexVariables {
  readonly username: string;
  readonly password: string;
}

/** How the names of such variables begin, for the tools that know an index by its name. */
export const INDEX_VARIABLES = {
  /** @see https://docs.astral.sh/uv/concepts/indexes/#providing-credentials-directly */
  uv: 'UV_INDEX_',
  /** @see https://python-poetry.org/docs/repositories/#configuring-credentials */
  poetry: 'POETRY_HTTP_BASIC_',
  /** PDM has none of its own; it fills variables into the URL of a source. */
  pdm: 'PDM_INDEX_',
} as const;

/** The variables of a tool for an index; undefined where only the deployment knows its name. */
export function indexVariables(
  tool: keyof typeof INDEX_VARIABLES,
  indexName: string,
): IndexVariables | undefined {
  if (isKnownLater(indexName)) return undefined;
  const prefix = INDEX_VARIABLES[tool] + indexName.toUpperCase().replace(/[^A-Z0-9]/g, '_');
  return { username: `${prefix}_USERNAME`, password: `${prefix}_PASSWORD` };
}
