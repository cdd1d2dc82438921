import { spawnSync } from 'node:child_process';

const CANDIDATES = ['python3', 'python3.14', 'python3.13', 'python3.12', 'python3.11'];
const ASK = 'import sys, venv; print(sys.executable); sys.exit(sys.version_info < (3, 11))';

/** Path of the first Python on PATH that is new enough. The variable PYTHON names another one. */
export function findPython(env: NodeJS.ProcessEnv = process.env): string {
  const candidates = env.PYTHON ? [env.PYTHON] : CANDIDATES;
  for (const candidate of candidates) {
    const { status, stdout } = spawnSync(candidate, ['-Ic', ASK], { env, encoding: 'utf8' });
    if (status === 0) return stdout.trim();
  }
  throw new Error(
    `There is no Python 3.11 or newer: tried ${candidates.join(', ')}. ` +
      'Install one, or name it in the variable PYTHON.',
  );
}
