import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { client } from '../../tools/clients/clients';

export interface Certificate {
  readonly host: string;
  /** Path of the authority's certificate, for those who are to trust it. */
  readonly authority: string;
  readonly key?: Buffer;
  readonly chain?: Buffer;
}

/** A certificate for a host, from an authority that was made for it and signs nothing else. */
export function makeCertificate(host: string, folder: string): Certificate {
  const python = client('keyring', 'newest').program('python');
  execFileSync(python, ['-m', 'trustme', '--quiet', '--dir', folder, '--identities', host]);
  const read = (file: string) => readFileSync(join(folder, file));
  const authority = join(folder, 'client.pem');
  return { host, authority, key: read('server.key'), chain: read('server.pem') };
}
