import { appendFileSync, cpSync } from 'node:fs';
import { join } from 'node:path';
import { isThere, type Language, run } from './language';

const MODULE = 'github.com/acme/cdk-python-artifact-pipeline-go/cdkpythonartifactpipeline';

export const GO: Language = {
  name: 'Go',
  missing: () => (isThere('go', 'version') ? undefined : 'Go'),
  check: (sources) => {
    const folder = sources.scratch('go');
    cpSync(join(__dirname, 'go'), folder, { recursive: true });
    appendFileSync(join(folder, 'go.mod'), `\nreplace ${MODULE} => ${sources.of('go')}\n`);
    // No checksum is known beforehand, and where there is no database of them none can be looked up.
    const env = { GOFLAGS: '-mod=mod', GONOSUMDB: '*' };
    const output = run('go', ['test', '-count=1', '-v', './...'], { cwd: folder, env });
    return `compiled, ${output.match(/^--- PASS/gm)?.length ?? 0} tests that synthesize`;
  },
};
