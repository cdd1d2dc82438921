import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Action } from './action';

/** A fresh Python with pip. It is this machine's version, whichever is asked for. */
export const setupPython: Action = {
  inputs: [
    'python-version',
    'update-environment',
    'cache',
    'check-latest',
    'allow-prereleases',
    'architecture',
  ],
  async run(inputs, { machine, home, addPath, setEnv, log }) {
    const wanted = inputs['python-version'];
    if (!wanted || !/^3\.\d+(\.\d+|\.x)?$/.test(wanted)) throw new Error(`Version ${wanted} was not found`);
    const folder = join(home, `python-${wanted}`);
    const bin = existsSync(folder) ? join(folder, 'bin') : machine.python(folder);
    if (inputs['update-environment'] !== 'false') {
      addPath(bin);
      setEnv('pythonLocation', folder);
    }
    log.write(`Python ${wanted} was asked for, this machine's Python stands in`);
    return { 'python-version': wanted, 'python-path': join(bin, 'python') };
  },
};
