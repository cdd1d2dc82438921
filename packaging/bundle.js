const { appendFileSync, existsSync, readFileSync } = require('node:fs');
const { resolve } = require('node:path');
const { build } = require('esbuild');
const { Barrels } = require('./barrels');
const { InTwoFiles } = require('./in-two-files');
const { lazyImports } = require('./lazy-imports');
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
const declarations = resolve(LIB, 'index.d.ts');
if (!existsSync(declarations)) throw new Error('Nothing is compiled: run "npx projen compile" before');
const barrels = new Barrels(LIB);

/** What an app does not use is not run. */
const loadWhenUsed = {
  name: 'load-when-used',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]index\.js$/ }, ({ path }) => ({ contents: barrels.textOf(path) }));
    onLoad({ filter: /\.js$/ }, ({ path }) => ({ contents: lazyImports(readFileSync(path, 'utf8')) }));
  },
};

/** What only files, errors, imported resources and single options need. */
const LATER = [
  /^workflow\/(caller|render|reusable|template-properties)\.js$/,
  /^workflow\/install\//,
  /^workflow\/jobs\//,
  /^workflow\/language\/(forks|json-patch|permissions|yaml)\.js$/,
  /^workflow\/actions\/(locked-package|tool-lock|tool-versions)\.js$/,
  /^workflow\/checkout\/(?!app-files|file-paths|header|synthesis-mode)/,
  /^pipeline\/dependabot\//,
  /^pipeline\/(import-mapping|package-reader|pipeline-access)\.js$/,
  /^github\/(identity\/(reader|same-identity)|names\/(ids-command|ids-query)|trigger\/trigger-refusals)\.js$/,
  /^github\/(roles\/(read-role|tools-role)|trust\/(entry-text|possible-causes|refusal-causes|repository-entry))\.js$/,
  /^codeartifact\/package\//,
  /^codeartifact\/policy\/(action-resources|action-types|imported-policy|narrowing-conditions)\.js$/,
  /^codeartifact\/repository\/client\//,
  /^codeartifact\/repository\/(copy-source|imported-repository|package-version-rule|read-refusal)\.js$/,
  /^codeartifact\/domain\/handler-permissions\.js$/,
  /^private\/(readers-language|resource-texts|statement-text|wildcards)\.js$/,
];

const files = new InTwoFiles(LIB, (module) => LATER.some((pattern) => pattern.test(module)));

// A hundred small files take 30 ms to load, and one of them all a third of it.
async function bundle() {
  await buildFile('later.js', files.secondEntry, files.second);
  await buildFile('index.js', `${barrels.textOf(INDEX)}\n${files.handedOut}`, files.first);
  // Node.js reads the names of a CommonJS module's exports from its text, for those who import it.
  const names = barrels.namesOf(INDEX);
  appendFileSync(INDEX, `\n0 && (module.exports = { ${names.join(', ')} });\n`);
  const imported = await import(INDEX);
  if (names.some((name) => imported[name] === undefined)) throw new Error(`${INDEX} can not be imported`);
}

function buildFile(name, contents, divided) {
  return build({
    stdin: { contents, resolveDir: LIB, sourcefile: resolve(LIB, name) },
    absWorkingDir: resolve(LIB, '..'),
    outfile: resolve(LIB, name),
    allowOverwrite: true,
    bundle: true,
    platform: 'node',
    target: 'node20',
    packages: 'external',
    logLevel: 'warning',
    plugins: [requirePeersOnce, divided, loadWhenUsed],
  });
}

bundle();
