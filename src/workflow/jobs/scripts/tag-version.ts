import { script } from './script';

/**
 * Fails where the tag is not the version of a file, as PEP 440 compares versions. Without a tag nothing is
 * compared, and for a tag of a release that is not meant, nothing is published.
 *
 * @see https://packaging.python.org/en/latest/specifications/version-specifiers/
 */
export const COMPARE_TAG = script(`
  def check_tag(tag, patterns, files):
      wanted = version_of(tag, patterns)
      if not tag:
          return
      if wanted is not None and not is_meant(tag, patterns):
          other = "pre-release" if wanted.is_prerelease else "final release"
          annotate("notice", "Nothing is published", f"{shown(tag)} is a {other}, which this workflow does not publish.")
          with open(os.environ["GITHUB_OUTPUT"], "a") as output:
              output.write("publish<<END_OF_publish\\nfalse\\nEND_OF_publish\\n")
          return
      for file in files:
          if wanted == file.version:
              continue
          other_tag = tag_for(file.version, tag, patterns)
          advice = f"Push the tag {shown(other_tag)}, or change" if other_tag else "Change"
          raise Refused(
              "Tag and version differ",
              f"The tag is {shown(tag)}, and the version in {file.name} is {file.version}. "
              f"{advice} the version of the package.",
          )
`);
