import type { GitHub } from '../../github/github';
import { CannotLook } from '../../programs';
import { plain } from '../expected/generated-workflow';

interface Content {
  readonly type?: string;
  readonly encoding?: string;
  readonly content?: string;
  readonly sha: string;
}

/** A file of a repository, with the id of its content. */
export interface RepositoryFile {
  readonly text: string;
  readonly sha: string;
}

/** A file on a branch, the default one where none is named; nothing where it is not there. */
export async function fileIn(
  github: GitHub,
  repository: string,
  path: string,
  ref?: string,
): Promise<RepositoryFile | undefined> {
  const query = ref === undefined ? '' : `?ref=${encodeURIComponent(ref)}`;
  const { status, body } = await github.get<Content>(`repos/${repository}/contents/${path}${query}`);
  if (status === 404) return undefined;
  if (status !== 200 || body.encoding !== 'base64' || body.content === undefined) {
    throw new CannotLook(`${path} of ${repository} can't be read.`);
  }
  return { text: plain(Buffer.from(body.content, 'base64').toString('utf8')), sha: body.sha };
}
