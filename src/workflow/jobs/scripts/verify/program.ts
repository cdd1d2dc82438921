import { script, scriptOf } from '../script';
import { TAG_RELEASE } from '../tag-release';
import { COMPARE_TAG } from '../tag-version';
import { TOOLS } from '../venv';
import { ARCHIVE_ENTRIES } from './archive-entries';
import { BUILT_FILES } from './built-files';
import { HAND_ON } from './hand-on';
import { MESSAGES } from './messages';
import { METADATA } from './metadata';
import { RECORD } from './record';
import { RELEASE } from './release';
import { SDIST } from './sdist';
import { TWINE_CHECK } from './twine-check';
import { WHEEL } from './wheel';
import { ZIP_FILE } from './zip-file';
import { ZIP_LAYOUT } from './zip-layout';

const IMPORTS = script(`
  import base64, csv, dataclasses, email, gzip, hashlib, io, json, os, pathlib, re
  import shutil, stat, struct, subprocess, sys, tarfile, zipfile, zlib
  from packaging.tags import parse_tag
  from packaging.utils import canonicalize_name, parse_sdist_filename, parse_wheel_filename
  from packaging.version import InvalidVersion, Version
`);

const MAIN = script(`
  def verify():
      packages, tag, patterns = os.environ.get("PACKAGES"), os.environ["TAG"], os.environ["TAG_PATTERNS"]
      files = built_files("built")
      for file in files:
          read_file(file)
      check_packages(files, packages)
      check_tag(tag, patterns.splitlines(), files)
      check_versions(files)
      twine_check(files, os.environ["STRICT"] == "true")
      hand_on(files)


  try:
      verify()
  except Refused as refused:
      annotate("error", refused.title, str(refused))
      sys.exit(1)
`);

/**
 * Fails where a file is not what it says, is not of the packages that are published here, or not of the tag's
 * version. What passes is in \`dist\`, and its hashes are an output.
 *
 * Python runs isolated from the folder and the environment, so that nothing of the package is taken for one of the
 * tools, and no file is run or imported.
 */
export const VERIFY = scriptOf(
  `"${TOOLS}/bin/python" -I - <<'PYTHON'`,
  [
    IMPORTS,
    MESSAGES,
    ARCHIVE_ENTRIES,
    METADATA,
    ZIP_FILE,
    ZIP_LAYOUT,
    RECORD,
    WHEEL,
    SDIST,
    TAG_RELEASE,
    COMPARE_TAG,
    RELEASE,
    TWINE_CHECK,
    BUILT_FILES,
    HAND_ON,
    MAIN,
  ].join('\n\n'),
  'PYTHON',
);
