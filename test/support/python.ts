import { spawnSync } from 'node:child_process';

/** By path: another Python may come first on PATH, and the one with the tools is meant. */
const PYTHON = process.env.TEST_PYTHON ?? '/usr/bin/python3';

/** A Python that has these modules, as the tools of the workflow or as what builds a package. */
export function pythonWith(...modules: string[]): string {
  const missing = missingModules(modules);
  if (missing.length > 0)
    throw new Error(`${PYTHON} has no ${missing.join(', ')}; TEST_PYTHON names another`);
  return PYTHON;
}

/** Those of some modules that it does not have. */
export function missingModules(modules: string[]): string[] {
  const script =
    'import importlib.util, sys; print(*[m for m in sys.argv[1:] if not importlib.util.find_spec(m)])';
  const { stdout } = spawnSync(PYTHON, ['-I', '-c', script, ...modules], { encoding: 'utf8', cwd: '/' });
  return stdout === null ? modules : stdout.split(/\s+/).filter(Boolean);
}
