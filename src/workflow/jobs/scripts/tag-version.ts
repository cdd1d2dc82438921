import { script } from './script';
import { TOOLS } from './venv';

/**
 * Fails where the tag is not the version in the metadata of each built file, as PEP 440 compares versions.
 * To run in the folder of the files.
 *
 * Isolated from the folder it runs in, so that no module of the package is taken for one of the tools.
 *
 * @see https://packaging.python.org/en/latest/specifications/version-specifiers/
 */
export const COMPARE_TAG = script(`
  "${TOOLS}/bin/python" -I - <<'PYTHON'
  import email, os, pathlib, sys, tarfile, zipfile
  from packaging.version import InvalidVersion, Version

  def metadata(path):
      if zipfile.is_zipfile(path):
          with zipfile.ZipFile(path) as archive:
              ending = ".dist-info/METADATA" if path.suffix == ".whl" else "/PKG-INFO"
              return archive.read(topmost(archive.namelist(), ending))
      with tarfile.open(path) as archive:
          return archive.extractfile(topmost(archive.getnames(), "/PKG-INFO")).read()

  def topmost(names, ending):
      return min((name for name in names if name.endswith(ending)), key=lambda name: name.count("/"))

  def parse(text):
      try:
          return Version(text)
      except InvalidVersion:
          return None

  tag = os.environ["TAG"]
  prefixes = os.environ["TAG_PREFIXES"].split("\\n")
  prefix = max((prefix for prefix in prefixes if tag.startswith(prefix)), key=len, default="")
  wanted = parse(tag[len(prefix):])
  for path in sorted(pathlib.Path(".").iterdir()):
      version = email.message_from_bytes(metadata(path))["Version"]
      if wanted is None or wanted != parse(version):
          print(f"::error title=Tag and version differ::The tag is {tag}, and the version in {path} is {version}. "
                f"Push the tag {prefix}v{version}, or change the version of the package.")
          sys.exit(1)
  PYTHON
`);

/** What stands before the version in tags that match a pattern: \`sdk-\` for \`sdk-v*\`, nothing for \`v*.*.*\`. */
export function tagPrefix(pattern: string): string {
  return pattern.replace(/\*.*$/, '').replace(/v?[0-9.]*$/, '');
}
