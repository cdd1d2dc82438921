import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TOOLS } from '../../tools/python/environment';
import type { PublicPypi } from '../index/public-pypi';

/** Fills the stand-in for public PyPI with the real wheels of what the workflow installs, and of what that needs. */
export function addTools(pypi: PublicPypi): void {
  for (const wheel of readdirSync(TOOLS.wheels)) pypi.add(wheel, readFileSync(join(TOOLS.wheels, wheel)));
}
