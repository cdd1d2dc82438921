import { join } from 'node:path';
import { checkFiles, checkReached, listOf } from './contents';
import { EmptyProject } from './empty-project';
import { checkExports, checkTemplates } from './loaded';
import { PACKAGE, peersAt, TARBALL } from './release';
import { checkAlone, checkCommands } from './run-commands';

/** Installs the tarball of a release as a user does, and holds that everything in it works and is needed. */
function check(title: 'floor' | 'newest'): void {
  const project = new EmptyProject();
  try {
    const peers = peersAt(title).map(({ name, version }) => `${name}@${version}`);
    step(`${title}: npm install ${[PACKAGE, ...peers].join(' ')}`);
    project.install([TARBALL, ...peers]);
    for (const { name, version } of peersAt(title)) {
      const installed = project.versionOf(name);
      if (title === 'floor' && installed !== version)
        throw new Error(`${name} is ${installed}, not ${version}`);
      told(`${name} ${installed}`);
    }

    const installed = project.pathOf(PACKAGE);
    checkFiles(installed);
    if (title === 'floor') {
      step('what is packed, in bytes');
      told(listOf(installed));
    }

    step(`${title}: require and import`);
    told(checkExports(project, installed));

    step(`${title}: tsc, with the declarations of all libraries checked too`);
    told(checkReached(installed, project.compile(join(__dirname, 'consumer.ts'))));

    step(`${title}: synthesize`);
    told(checkTemplates(project.synthesize('consumer.cjs'), project.synthesize('consumer.mjs')));

    step(`${title}: run the commands, with the library's peers and without`);
    told(checkCommands(project, 'consumer.cjs.out'));
    told(checkAlone(installed));
  } finally {
    project.remove();
  }
}

function step(text: string): void {
  console.log(`[${process.uptime().toFixed(0).padStart(3)} s] ${text}`);
}

function told(text: string): void {
  console.log(text.replace(/^/gm, '        '));
}

try {
  check('floor');
  check('newest');
  step(`PASSED: ${PACKAGE} loads, compiles and synthesizes beside the oldest and the newest of its peers`);
} catch (error) {
  step(`FAILED: ${(error as Error).message}`);
  process.exitCode = 1;
}
