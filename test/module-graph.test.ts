import { dirname, posix } from 'node:path';
import { buildSync } from 'esbuild';

/** The folders of `src` that a file needs when it runs: types are gone then. */
function foldersBehind(file: string): string[] {
  const { metafile } = buildSync({
    entryPoints: [`src/${file}`],
    bundle: true,
    platform: 'node',
    packages: 'external',
    write: false,
    metafile: true,
    outdir: 'nowhere',
  });
  const modules = Object.keys(metafile.inputs).filter((input) => input.startsWith('src/'));
  return [...new Set(modules.map((module) => dirname(posix.relative('src', module))))].sort();
}

test('an app with a provider alone loads no domain, role or workflow', () => {
  expect(foldersBehind('github/provider/oidc-provider.ts')).toEqual([
    'codeartifact/resource',
    'github/names',
    'github/provider',
    'private',
    'private/last-word',
    'private/one-of-a-kind',
  ]);
});

test('an app with a role that publishes loads what GitHub says, and no domain, repository or workflow', () => {
  expect(foldersBehind('github/roles/publish-role.ts')).toEqual([
    'codeartifact/resource',
    'github/identity',
    'github/names',
    'github/provider',
    'github/roles',
    'github/trigger',
    'github/trust',
    'private',
    'private/last-word',
    'private/one-of-a-kind',
  ]);
});
