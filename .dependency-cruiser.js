// Which folder may import from which. `docs/architecture.md` tells why; `npm run architecture` holds it.

const room = (folder, name) => `^${folder}/${name}(/|\\.ts$)`;

/** The floors of a folder from the top down: what is on one imports from the floors below, and from none above. */
function floors(folder, ...storeys) {
  return storeys.slice(1).map((rooms, index) => ({
    name: `${folder}: ${rooms.join(', ')} below ${storeys[index].join(', ')}`,
    severity: 'error',
    from: { path: rooms.map((name) => room(folder, name)) },
    to: { path: storeys.slice(0, index + 1).flatMap((above) => above.map((name) => room(folder, name))) },
  }));
}

/** A folder that imports from nothing of this project but what is named. */
function alone(folder, ...allowed) {
  return {
    name: `${folder} imports from ${[folder, ...allowed].join(', ')} alone`,
    severity: 'error',
    from: { path: `^${folder}/` },
    to: { pathNot: [folder, ...allowed].map((name) => `^${name}/`), dependencyTypesNot: ['core'] },
  };
}

const peers = ['aws-cdk-lib', 'constructs'].map((name) => `^node_modules/${name}/`);
const workflowRoot = [
  'index',
  'publish-workflow',
  'workflow-file',
  'reusable',
  'caller',
  'install-steps',
  'render',
];

module.exports = {
  forbidden: [
    { name: 'no circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'src imports from src and its peers alone',
      severity: 'error',
      from: { path: '^src/' },
      to: { pathNot: ['^src/', ...peers], dependencyTypesNot: ['core'] },
    },
    ...floors('src', ['index'], ['pipeline'], ['workflow'], ['github'], ['codeartifact'], ['private']),
    ...floors('src/workflow', workflowRoot, ['jobs'], ['settings'], ['options'], ['language', 'actions']),
    {
      name: 'src/workflow: checkout knows files, and no jobs',
      severity: 'error',
      from: { path: room('src/workflow', 'checkout') },
      to: { path: [...workflowRoot, 'jobs', 'settings'].map((name) => room('src/workflow', name)) },
    },
    {
      name: 'src/workflow: jobs, settings and options know no files on disk',
      severity: 'error',
      from: {
        path: ['jobs', 'settings', 'options', 'language', 'actions'].map((name) =>
          room('src/workflow', name),
        ),
      },
      to: { path: room('src/workflow', 'checkout') },
    },
    ...floors('src/github', ['index'], ['roles'], ['trust'], ['trigger', 'identity', 'provider'], ['names']),
    ...floors(
      'src/codeartifact',
      ['index'],
      ['package'],
      ['repository'],
      ['domain'],
      ['policy'],
      ['resource'],
    ),
    ...floors('evaluation', ['template'], ['authorization'], ['refusal', 'unknown']),
    alone('evaluation', 'node_modules'),
    alone('commands', 'evaluation', 'src', 'node_modules'),
    {
      name: 'commands reach no peer of the library, so that they start and install without them',
      severity: 'error',
      from: { path: '^commands/', pathNot: ['\\.test\\.ts$', '^commands/testing/'] },
      to: { path: peers, reachable: true },
    },
    {
      name: 'evaluation needs no package, but to load the catalog',
      severity: 'error',
      from: { path: '^evaluation/', pathNot: ['/load-catalog\\.ts$', '\\.test\\.ts$'] },
      to: { path: ['^node_modules/', '/load-catalog\\.ts$'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['\\.snapshot/', '(^|/)cdk\\.out/', '^bench/out-'] },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node'] },
    tsConfig: { fileName: 'tsconfig.dev.json' },
  },
};
