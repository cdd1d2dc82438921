/** The Python that runs the tools, whatever version builds the package. */
export const TOOLS_PYTHON = '3.13';

/** Checks and uploads what was built. 7.0 is the first that reads metadata 2.5. */
export const TWINE = 'twine==7.0.0';

/** Uploads what was built, as another choice. */
export const UV = 'uv==0.13.8';

/**
 * What builds the package, on the package's own Python. Versions of Python that are out of support get the
 * last release that is known to run on 3.9, the oldest one that works.
 */
export const BUILD = sinceSupportedPython('build==1.6.1', 'build==1.3.0');

/** Builds wheels for many versions of Python and platforms. It runs on the Python of the tools. */
export const CIBUILDWHEEL = 'cibuildwheel==4.3.5';

/** Needed by `setup.py` from Python 3.12 on, which comes without. */
export const SETUPTOOLS = sinceSupportedPython('setuptools==84.2.1', 'setuptools==80.9.0');

function sinceSupportedPython(current: string, older: string): string[] {
  return [`${current}; python_version >= '3.11'`, `${older}; python_version < '3.11'`];
}
