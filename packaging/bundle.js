const { appendFileSync, existsSync, readFileSync } = require('node:fs');
const { resolve } = require('node:path');
const { build } = require('esbuild');
const { ModuleKind, ScriptTarget, transpileModule } = require('typescript');
const { peerDependencies } = require('../package.json');

const LIB = resolve(__dirname, '../lib');
const INDEX = resolve(LIB, 'index.js');

/**
 * Each peer dependency is a module of the bundle, which requires it once: Node.js takes 0.1 ms to find a module,
 * and the source files require them seventy times.
 */
const requirePeersOnce = {
  name: 'require-peers-once',
  setup({ onResolve, onLoad }) {
    const filter = new RegExp(`^(${Object.keys(peerDependencies).join('|')})(/|$)`);
    onResolve({ filter }, ({ path, namespace }) =>
      namespace === 'peer' ? { path, external: true } : { path, namespace: 'peer' },
    );
    onLoad({ filter, namespace: 'peer' }, ({ path }) => ({
      contents: `module.exports = require(${JSON.stringify(path)});`,
    }));
  },
};

/** The bundle replaces index.js, so that it can be made again only from what says the same: the declarations. */
function entry() {
  const declarations = resolve(LIB, 'index.d.ts');
  if (!existsSync(declarations)) throw new Error('Nothing is compiled: run "npx projen compile" before');
  const compilerOptions = { module: ModuleKind.CommonJS, target: ScriptTarget.ES2022 };
  return transpileModule(readFileSync(declarations, 'utf8'), { compilerOptions }).outputText;
}

// A hundred small files take 30 ms to load, and one of them all a third of it.
async function bundle() {
  await build({
    stdin: { contents: entry(), resolveDir: LIB, sourcefile: INDEX },
    absWorkingDir: resolve(LIB, '..'),
    outfile: INDEX,
    allowOverwrite: true,
    bundle: true,
    platform: 'node',
    target: 'node20',
    packages: 'external',
    logLevel: 'warning',
    plugins: [requirePeersOnce],
  });
  // Node.js reads the names of a CommonJS module's exports from its text, for those who import it.
  const names = Object.keys(require(INDEX));
  appendFileSync(INDEX, `\n0 && (module.exports = { ${names.join(', ')} });\n`);
  const imported = await import(INDEX);
  if (names.some((name) => !(name in imported))) throw new Error(`${INDEX} can not be imported`);
}

bundle();
