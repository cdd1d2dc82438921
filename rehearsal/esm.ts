import { buildSync } from 'esbuild';

const loaded = new Map<string, unknown>();

/**
 * Loads a package that is published as ES module only. Node 20 could `require` some of them, jest none,
 * and @actions/expressions imports JSON in a way that neither takes; one bundle suits all.
 */
export function loadEsm<T>(name: string): T {
  if (!loaded.has(name)) {
    const { outputFiles } = buildSync({
      stdin: { contents: `export * from ${JSON.stringify(name)};`, resolveDir: process.cwd() },
      bundle: true,
      platform: 'node',
      format: 'cjs',
      write: false,
    });
    const module = { exports: {} };
    new Function('module', 'exports', 'require', outputFiles[0]?.text ?? '')(module, module.exports, require);
    loaded.set(name, module.exports);
  }
  return loaded.get(name) as T;
}
