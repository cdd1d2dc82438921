// Runs a TypeScript file of this folder: `node rehearsal/start.js main.ts [arguments]`. One bundle in memory
// starts in a tenth of a second and leaves no compiler behind in it.
const { buildSync } = require('esbuild');
const Module = require('node:module');
const { join } = require('node:path');

const words = process.argv.slice(2).filter((word) => word !== '--');
const entry = words[0]?.endsWith('.ts') ? words.shift() : 'main.ts';
const file = join(__dirname, entry);
const { outputFiles } = buildSync({
  entryPoints: [file],
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  sourcemap: 'inline',
  outfile: `${file}.js`, // written nowhere: it is what the source map is relative to
  write: false,
});
process.argv = [process.argv[0], file, ...words];
process.setSourceMapsEnabled(true);
const main = new Module(file, null);
main.filename = file;
main.paths = Module._nodeModulePaths(__dirname);
main._compile(outputFiles[0].text, file);
