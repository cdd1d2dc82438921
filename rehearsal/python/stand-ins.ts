import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { PublicPypi } from '../index/public-pypi';
import { DEBIAN_MODULES, type DebianModule, debianModules, debianWheel } from './tools';
import { wheel } from './wheel';
import type { ZipEntry } from './zip';

/**
 * Fills the stand-in for public PyPI with what the workflow installs: the names and versions it pins, with
 * Debian's modules behind them. A job that does not install them does not have them.
 */
export function addBuildTools(
  pypi: PublicPypi,
  pins: readonly (readonly [module: string, version: string])[],
): void {
  const modules = ['wheel', 'packaging', ...new Set(pins.map(([module]) => module))];
  const debian = new Map(debianModules(...modules).map((found, i) => [modules[i], found]));
  for (const [module, version] of pins) {
    const { filename, content } = debianTool(module, version, debian.get(module) as DebianModule);
    pypi.add(filename, content);
  }
  const setuptools = debianWheel('setuptools') as string;
  pypi.add(basename(setuptools), readFileSync(setuptools));
  for (const name of ['wheel', 'packaging']) {
    const { version, entryPoints } = debian.get(name) as DebianModule;
    const copy = wheel({ name, version, files: filesBelow(DEBIAN_MODULES, name), entryPoints });
    pypi.add(copy.filename, copy.content);
  }
}

/** Importing the module, and only that, leads to Debian's: other modules there stay out of sight. */
function debianTool(module: string, version: string, debian: DebianModule) {
  const forward = [
    'import sys',
    `sys.path.append(${JSON.stringify(DEBIAN_MODULES)})`,
    `__path__ = [${JSON.stringify(join(DEBIAN_MODULES, module))}]`,
    'with open(__path__[0] + "/__init__.py") as source:',
    '    exec(compile(source.read(), source.name, "exec"))',
    '',
  ].join('\n');
  return wheel({
    name: module,
    version,
    files: [{ path: `${module}/__init__.py`, content: forward }],
    entryPoints: debian.entryPoints,
    requires: ['packaging'], // as the real ones do, and the workflow counts on it
    summary: `Stands in for ${module} ${version}: forwards to Debian's ${debian.version}`,
  });
}

function filesBelow(root: string, folder: string): ZipEntry[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry): ZipEntry[] => {
    const path = `${folder}/${entry.name}`;
    if (entry.name === '__pycache__') return [];
    return entry.isDirectory() ? filesBelow(root, path) : [{ path, content: readFileSync(join(root, path)) }];
  });
}
