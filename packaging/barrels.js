const { readdirSync } = require('node:fs');
const { join, relative, resolve } = require('node:path');
const { createProgram, ModuleKind, SymbolFlags } = require('typescript');

// Written otherwise, Node.js would find the getter in the text, and not the name.
const START = `
Object.defineProperty(exports, "__esModule", { value: true });
const load = (name, get) => Object.defineProperty(exports, name, { enumerable: true, get });`;

/**
 * The index files of the library, each of which says only what its declarations say: where each name is, which is
 * loaded when it is asked for.
 */
class Barrels {
  constructor(lib) {
    this.lib = lib;
    const indexes = readdirSync(lib, { recursive: true }).filter((file) =>
      /(^|[\\/])index\.d\.ts$/.test(file),
    );
    const options = { module: ModuleKind.Node16, noLib: true, types: [], noResolve: false };
    this.program = createProgram(
      indexes.map((file) => join(lib, file)),
      options,
    );
    this.checker = this.program.getTypeChecker();
  }

  /** The text of an index file in JavaScript. */
  textOf(file) {
    const members = this.valuesIn(file).map(({ name, from }) => {
      const path = `./${relative(resolve(file, '..'), from).replaceAll('\\', '/')}`;
      return `load(${JSON.stringify(name)}, () => require(${JSON.stringify(path)}).${name});`;
    });
    return [START, ...members].join('\n');
  }

  /** The names that are more than types. */
  namesOf(file) {
    return this.valuesIn(file).map(({ name }) => name);
  }

  valuesIn(file) {
    const source = this.program.getSourceFile(file.replace(/\.js$/, '.d.ts'));
    return this.checker.getExportsOfModule(this.checker.getSymbolAtLocation(source)).flatMap((symbol) => {
      const target = symbol.flags & SymbolFlags.Alias ? this.checker.getAliasedSymbol(symbol) : symbol;
      if (!(target.flags & SymbolFlags.Value)) return [];
      const [declaration] = target.declarations;
      return [{ name: symbol.name, from: declaration.getSourceFile().fileName.replace(/\.d\.ts$/, '.js') }];
    });
  }
}

module.exports = { Barrels };
