const { writeFileSync } = require('node:fs');
const { relative, resolve } = require('node:path');
const { createCompilerHost, createProgram, ModuleKind, resolveModuleName } = require('typescript');

const LIB = resolve(__dirname, '../lib');

/** Without what lies outside of lib, which need not be read to know what lies within. */
function programOfLib() {
  const options = { module: ModuleKind.Node16, noLib: true, types: [] };
  const host = createCompilerHost(options);
  host.resolveModuleNameLiterals = (literals, from) =>
    literals.map(({ text }) =>
      text.startsWith('.') ? resolveModuleName(text, from, options, host) : { resolvedModule: undefined },
    );
  return createProgram([resolve(LIB, 'index.d.ts')], options, host);
}

// Declarations that index.d.ts does not reach are of no use to anybody, and no promise: they stay at home.
const shipped = programOfLib()
  .getSourceFiles()
  .map(({ fileName }) => relative(LIB, fileName).replaceAll('\\', '/'))
  .sort();
writeFileSync(
  resolve(LIB, '.npmignore'),
  ['*', '!*/', '!/index.js', '!/later.js', ...shipped.map((file) => `!/${file}`), ''].join('\n'),
);
