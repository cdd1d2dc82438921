import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TOOLS } from '../../tools/python/environment';
import { python } from './tools';

/**
 * pip for all environments of a rehearsal, unpacked once and linked into each: the same pip that
 * `python -m venv` would install, two seconds sooner each time.
 */
export class LinkedPip {
  private readonly folder: string;
  private readonly patch: string;

  public constructor(root: string) {
    this.folder = join(root, 'pip');
    this.patch = join(root, 'link_pip.py');
    execFileSync(python(), ['-m', 'zipfile', '-e', TOOLS.wheel('pip'), this.folder]);
    writeFileSync(this.patch, this.source());
  }

  /** Makes an environment with pip; environments that are made from its Python have it the same way. */
  public makeEnvironment(folder: string): void {
    const script = `exec(open(${JSON.stringify(this.patch)}).read()); import venv; venv.create(${JSON.stringify(folder)}, with_pip=True, symlinks=True)`;
    execFileSync(python(), ['-c', script], { cwd: '/' });
  }

  private source(): string {
    return [
      'import os, venv',
      `def link_pip(self, context, *rest, pip=${JSON.stringify(this.folder)}, patch=${JSON.stringify(this.patch)}):`,
      '    library = os.path.join(context.env_dir, "lib")',
      '    site = os.path.join(library, os.listdir(library)[0], "site-packages")',
      '    for name in os.listdir(pip):',
      '        os.symlink(os.path.join(pip, name), os.path.join(site, name))',
      '    with open(os.path.join(site, "link_pip.pth"), "w") as line:',
      '        line.write(f"import sys; exec(open({patch!r}).read())\\n")',
      '    start = "import sys\\nfrom pip._internal.cli.main import main\\nsys.exit(main())\\n"',
      '    for name in "pip", "pip3":',
      '        script = os.path.join(context.bin_path, name)',
      '        with open(script, "w") as lines:',
      '            lines.write(f"#!{context.env_exe}\\n{start}")',
      '        os.chmod(script, 0o755)',
      'venv.EnvBuilder._setup_pip = link_pip',
      '',
    ].join('\n');
  }
}
