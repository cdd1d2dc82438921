import { pinnedPip } from '../../tools/python/pip';
import { file } from './bash';

const INSTALL = `
import subprocess, sys
pip = ${JSON.stringify(pinnedPip())}
sys.exit(subprocess.call([sys.executable, pip, "install", "--quiet", "--no-index", pip[:-len("/pip")]]))`;

/** Every environment that the desk's Python makes finds ~/bundled before its own library. */
const PATCH = `
import venv
def post_setup(self, context):
    import glob, os
    for site in glob.glob(os.path.join(context.env_dir, "lib", "*", "site-packages")):
        with open(os.path.join(site, "bundled.pth"), "w") as line:
            line.write("import sys; sys.path.insert(0, %r)\\\\n" % os.path.expanduser("~/bundled"))
venv.EnvBuilder.post_setup = post_setup`;

/**
 * Bash that makes ~/bundled/python, a Python with ensurepip, which a bare Debian's does not have. It is a script, since
 * pipx follows a link to the Python of the machine.
 */
export const ENSUREPIP = `mkdir -p ~/bundled/ensurepip && touch ~/bundled/ensurepip/__init__.py
${file('~/bundled/ensurepip/__main__.py', INSTALL)}
${file('~/bundled/patch.py', PATCH)}
echo "import sys; exec(open('$HOME/bundled/patch.py').read())" > ~/bundled/patch.pth
cp ~/bundled/patch.pth "$(python -c 'import site; print(site.getsitepackages()[0])')"
printf '#!/bin/sh\\nexec ~/python/bin/python "$@"\\n' > ~/bundled/python && chmod +x ~/bundled/python`;
