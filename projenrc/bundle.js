const { build } = require('esbuild');

/**
 * Each peer dependency is a module of the bundle, which requires it once: Node.js takes 0.1 ms to find a module,
 * and the source files require them seventy times.
 */
const requirePeersOnce = {
  name: 'require-peers-once',
  setup({ onResolve, onLoad }) {
    const filter = /^(aws-cdk-lib|constructs)(\/|$)/;
    onResolve({ filter }, ({ path, namespace }) =>
      namespace === 'peer' ? { path, external: true } : { path, namespace: 'peer' },
    );
    onLoad({ filter, namespace: 'peer' }, ({ path }) => ({
      contents: `module.exports = require(${JSON.stringify(path)});`,
    }));
  },
};

// A hundred small files take 30 ms to load, and one of them all a third of it.
build({
  entryPoints: ['lib/index.js'],
  outfile: 'lib/index.js',
  allowOverwrite: true,
  bundle: true,
  platform: 'node',
  target: 'node20',
  logLevel: 'warning',
  plugins: [requirePeersOnce],
});
