const { chmodSync, readdirSync, rmSync, writeFileSync } = require('node:fs');
const { dirname, join, resolve } = require('node:path');
const { build } = require('esbuild');
const { name, peerDependencies } = require('../package.json');
const { licencesOf } = require('./licences');

const ROOT = resolve(__dirname, '..');
const COMMANDS = join(ROOT, 'commands');
const BIN = join(ROOT, 'bin');

/** The table of commands requires each of them by a file of its own, so that a command loads only what it uses. */
const inFilesOfTheirOwn = {
  name: 'in-files-of-their-own',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/[a-z-]+$/ }, ({ path, importer }) =>
      importer === join(COMMANDS, 'table.ts') ? { path: `${path}.js`, external: true } : undefined,
    );
  },
};

/** A command starts in no time, and npx need not install 186 MB for it. */
const noPeers = {
  name: 'no-peers',
  setup({ onResolve }) {
    const filter = new RegExp(`^(${Object.keys(peerDependencies).join('|')})(/|$)`);
    onResolve({ filter }, ({ path, importer }) => ({
      errors: [{ text: `${importer} imports ${path}, and a command can load no peer of the library` }],
    }));
  },
};

function commandFiles() {
  const folders = readdirSync(COMMANDS, { recursive: true }).map((file) => file.replaceAll('\\', '/'));
  return folders.filter((file) => /^[a-z-]+\/index\.ts$/.test(file)).map((file) => dirname(file));
}

async function bundle() {
  rmSync(BIN, { recursive: true, force: true });
  const { metafile } = await build({
    entryPoints: [
      { in: join(COMMANDS, 'bin.ts'), out: name },
      ...commandFiles().map((command) => ({ in: join(COMMANDS, command, 'index.ts'), out: command })),
    ],
    absWorkingDir: ROOT,
    outdir: BIN,
    tsconfigRaw: {},
    bundle: true,
    platform: 'node',
    target: 'node20',
    metafile: true,
    legalComments: 'none', // they are in the file of licences, whole
    logLevel: 'warning',
    plugins: [inFilesOfTheirOwn, noPeers],
  });
  const licences = licencesOf(Object.keys(metafile.inputs), ROOT);
  if (licences) writeFileSync(join(BIN, 'THIRD-PARTY-LICENSES.txt'), licences);
  // npm does so as well for what it packs; whoever runs the checkout has it before.
  chmodSync(join(BIN, `${name}.js`), 0o755);
}

bundle().catch((error) => {
  if (!error.errors) console.error(error.message); // what esbuild finds, it says itself
  process.exitCode = 1;
});
