import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { client } from '../../tools/clients/clients';

export interface Certificate {
  readonly hosts: readonly string[];
  /** Path of the authority's certificate, for those who are to trust it. */
  readonly authority: string;
  readonly key?: Buffer;
  readonly chain?: Buffer;
}

/** A certificate for some hosts, from an authority that was made for it and signs nothing else. */
export function makeCertificate(hosts: readonly string[], folder: string): Certificate {
  const python = client('keyring', 'newest').program('python');
  execFileSync(python, ['-m', 'trustme', '--quiet', '--dir', folder, '--identities', ...hosts]);
  const read = (file: string) => readFileSync(join(folder, file));
  const authority = join(folder, 'client.pem');
  return { hosts, authority, key: read('server.key'), chain: read('server.pem') };
}
