import { spawnSync } from 'node:child_process';
import { delimiter, join } from 'node:path';

/** Path of the machine's AWS CLI, version 2: no index has it, so it can't be locked. */
export function findAwsCli2(path = process.env.PATH ?? ''): string | undefined {
  return path
    .split(delimiter)
    .map((folder) => join(folder, 'aws'))
    .find((program) =>
      spawnSync(program, ['--version'], { encoding: 'utf8' }).stdout?.startsWith('aws-cli/2'),
    );
}
