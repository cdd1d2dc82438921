import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { progress } from '../progress';
import { ALL_ENVIRONMENTS, CACHE, CONSUMER, ENVIRONMENTS, JUDGES, PROBLEM } from './environment';
import { findPython } from './interpreter';
import { makeEnvironment, works } from './make';
import { withLock } from './only-one';

/** What only `npm run judges` or `npm run languages` needs is made for it alone. */
const wanted = [
  ...ENVIRONMENTS,
  ...(process.argv.includes('--judges') ? [JUDGES] : []),
  ...(process.argv.includes('--languages') ? [CONSUMER] : []),
];

/** Makes the environments that are not there, and removes those of other locks. */
async function install(): Promise<void> {
  if (wanted.every(works)) return;
  const tell = progress();
  mkdirSync(CACHE, { recursive: true });
  await withLock(join(CACHE, 'making'), tell, async () => {
    const python = findPython();
    const missing = wanted.filter((environment) => !works(environment));
    await Promise.all(missing.map((environment) => makeEnvironment(environment, python, tell)));
    const kept = ALL_ENVIRONMENTS.map(({ folder }) => basename(folder));
    for (const name of readdirSync(CACHE)) {
      if (/-[0-9a-f]{12}$/.test(name) && !kept.includes(name)) rmSync(join(CACHE, name), { recursive: true });
    }
  });
  tell(`the Python tools are in ${CACHE}`);
}

const problem = join(CACHE, PROBLEM);

/** The tests of everything else can go on, and those that need the tools fail. */
const keepGoing = process.argv.includes('--keep-going');

install().then(
  () => rmSync(problem, { force: true }),
  (error: unknown) => {
    const text = error instanceof Error ? error.message : String(error);
    console.error(`\x1b[31m${text}\x1b[39m`);
    mkdirSync(CACHE, { recursive: true });
    writeFileSync(problem, `${text}\n`);
    process.exitCode = keepGoing ? 0 : 1;
  },
);
