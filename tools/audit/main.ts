import { spawnSync } from 'node:child_process';
import { audited } from './audit';

const { stdout } = spawnSync('npm', ['audit', '--json'], { encoding: 'utf8', maxBuffer: 2 ** 26 });
const { holes, unknown } = audited(JSON.parse(stdout));
if (unknown) console.log(`\x1b[31mKnown holes were not looked up: the registry says: ${unknown}\x1b[39m`);
else if (holes.length === 0) console.log('No known hole of high or critical severity in what is installed');
for (const hole of holes) console.log(hole);
process.exitCode = holes.length === 0 ? 0 : 1;
