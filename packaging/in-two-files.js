const { readdirSync } = require('node:fs');
const { relative, resolve } = require('node:path');

/** Where the first file of a bundle hands its modules to the second; no name of the library. */
const SHARED = "Symbol.for('cdk-python-artifact-pipeline.modules')";

/**
 * Divides the modules of a bundle among two files, so that what most apps never use is not even read: each module is
 * in one of them, and loaded by the other from there.
 */
class InTwoFiles {
  /**
   * @param lib the folder of the modules
   * @param isLater whether a module, by its path from there, is in the second file
   */
  constructor(lib, isLater) {
    this.lib = lib;
    this.isLater = isLater;
    this.askedOfFirst = new Set();
  }

  /** The plugin for the build of the second file, which comes first. */
  get second() {
    return this.elsewhere(
      (module) => !this.isLater(module),
      (module) => {
        this.askedOfFirst.add(module);
        return `require("./index.js")[${SHARED}](${JSON.stringify(module)})`;
      },
    );
  }

  /** The plugin for the build of the first file. */
  get first() {
    return this.elsewhere(this.isLater, (module) => `require("./later.js").load(${JSON.stringify(module)})`);
  }

  /** The text that the second file is made of. */
  get secondEntry() {
    const modules = readdirSync(this.lib, { recursive: true }).map((file) => file.replaceAll('\\', '/'));
    const later = modules.filter((module) => module.endsWith('.js') && this.isLater(module));
    return `const modules = ${tableOf(later)};\nexports.load = (name) => modules[name]();`;
  }

  /** The text that the first file ends in, once the second is built. */
  get handedOut() {
    const table = tableOf([...this.askedOfFirst]);
    return `const modules = ${table};\nObject.defineProperty(exports, ${SHARED}, { value: (name) => modules[name]() });`;
  }

  elsewhere(isElsewhere, load) {
    const { lib } = this;
    const setup = ({ onResolve, onLoad }) => {
      onResolve({ filter: /^\./ }, ({ path, resolveDir, namespace }) => {
        if (namespace === 'elsewhere') return { path, external: true };
        const module = relative(lib, require.resolve(resolve(resolveDir, path))).replaceAll('\\', '/');
        return isElsewhere(module) ? { path: module, namespace: 'elsewhere' } : undefined;
      });
      onLoad({ filter: /./, namespace: 'elsewhere' }, ({ path }) => ({
        contents: `module.exports = ${load(path)};`,
        resolveDir: lib,
      }));
    };
    return { name: 'in-two-files', setup };
  }
}

function tableOf(modules) {
  const members = modules.sort().map((module) => `${JSON.stringify(module)}: () => require("./${module}")`);
  return `{ ${members.join(', ')} }`;
}

module.exports = { InTwoFiles };
