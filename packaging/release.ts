import { join } from 'node:path';
import { name, peerDependencies, version } from '../package.json';

export const PACKAGE = name;

/** Where the task package:js leaves it. */
export const TARBALL = join(__dirname, '..', 'dist', 'js', `${name}@${version}.jsii.tgz`);

/** Each peer at the lowest version that is allowed, or at the range of which npm takes the newest. */
export function peersAt(end: 'floor' | 'newest'): { name: string; version: string }[] {
  return Object.entries(peerDependencies).map(([peer, range]) => ({
    name: peer,
    version: end === 'floor' ? floorOf(peer, range) : range,
  }));
}

function floorOf(peer: string, range: string): string {
  const floor = /^\^(\d+\.\d+\.\d+)$/.exec(range)?.[1];
  if (!floor)
    throw new Error(`The range ${range} of ${peer} has no floor that this check can read, such as ^1.2.3`);
  return floor;
}
