import { script, scriptOf } from './script';
import { TAG_RELEASE } from './tag-release';
import { TOOLS } from './venv';

/**
 * Fails where the tag is not the version in the metadata of each built file, as PEP 440 compares versions. A tag of
 * a release that is not meant is no failure: the output `publish` says so. To run in the folder of the files.
 *
 * Isolated from the folder it runs in, so that no module of the package is taken for one of the tools.
 *
 * @see https://packaging.python.org/en/latest/specifications/version-specifiers/
 */
export const COMPARE_TAG = scriptOf(
  `"${TOOLS}/bin/python" -I - <<'PYTHON'`,
  script(`
    import email, os, pathlib, re, sys, tarfile, zipfile
    from packaging.version import InvalidVersion, Version
  `),
  TAG_RELEASE,
  script(`
    def metadata(path):
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as archive:
                ending = ".dist-info/METADATA" if path.suffix == ".whl" else "/PKG-INFO"
                return archive.read(topmost(archive.namelist(), ending))
        with tarfile.open(path) as archive:
            return archive.extractfile(topmost(archive.getnames(), "/PKG-INFO")).read()

    def topmost(names, ending):
        return min((name for name in names if name.endswith(ending)), key=lambda name: name.count("/"))

    tag = os.environ["TAG"]
    patterns = os.environ["TAG_PATTERNS"].splitlines()
    wanted = version_of(tag, patterns)
    if wanted is not None and not is_meant(tag, patterns):
        other = "pre-release" if wanted.is_prerelease else "final release"
        print(f"::notice title=Nothing is published::{tag} is a {other}, which this workflow does not publish.")
        with open(os.environ["GITHUB_OUTPUT"], "a") as outputs:
            print("publish=false", file=outputs)
        sys.exit()
    for path in sorted(pathlib.Path(".").iterdir()):
        version = email.message_from_bytes(metadata(path))["Version"]
        built = version_or_none(version)
        if wanted is None or wanted != built:
            other_tag = built and tag_for(built, tag, patterns)
            advice = f"Push the tag {other_tag}, or change" if other_tag else "Change"
            print(f"::error title=Tag and version differ::The tag is {tag}, and the version in {path} is {version}. "
                  f"{advice} the version of the package.")
            sys.exit(1)
  `),
  'PYTHON',
);
