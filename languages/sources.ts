import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../tools/python/environment';
import { run, type Sources } from './language';

const TARGETS = ['python', 'java', 'go', 'dotnet'] as const;
const FOLDERS = { go: 'go/cdkpythonartifactpipeline', python: 'python', java: 'java', dotnet: 'dotnet' };

/** The code for all languages, made of the tarball that npm packs, as in a release. */
export class GeneratedSources implements Sources {
  private readonly folder = realpathSync(mkdtempSync(join(tmpdir(), 'languages-')));

  constructor() {
    const targets = TARGETS.flatMap((target) => ['--target', target]);
    run(
      join(ROOT, 'node_modules', '.bin', 'jsii-pacmak'),
      ['--code-only', '--outdir', this.folder, ...targets],
      {
        cwd: ROOT,
      },
    );
  }

  public of(target: (typeof TARGETS)[number]): string {
    return join(this.folder, FOLDERS[target]);
  }

  public scratch(name: string): string {
    const folder = join(this.folder, 'scratch', name);
    mkdirSync(folder, { recursive: true });
    return folder;
  }

  public remove(): void {
    // Go leaves modules that nobody may write.
    rmSync(this.folder, { recursive: true, force: true });
  }
}
