import { script } from './script';

/**
 * Fails where the tag is not the version of a file, as PEP 440 compares versions. Without a tag nothing is
 * compared.
 *
 * @see https://packaging.python.org/en/latest/specifications/version-specifiers/
 */
export const COMPARE_TAG = script(`
  def check_tag(tag, prefixes, file):
      if not tag:
          return
      prefix = max((prefix for prefix in prefixes if tag.startswith(prefix)), key=len, default="")
      try:
          is_same = Version(tag[len(prefix):]) == file.version
      except InvalidVersion:
          is_same = False
      if not is_same:
          raise Refused(
              "Tag and version differ",
              f"The tag is {shown(tag)}, and the version in {file.name} is {file.version}. "
              f"Push the tag {shown(prefix)}v{file.version}, or change the version of the package.",
          )
`);

/** What stands before the version in tags that match a pattern: \`sdk-\` for \`sdk-v*\`, nothing for \`v*.*.*\`. */
export function tagPrefix(pattern: string): string {
  return pattern.replace(/\*.*$/, '').replace(/v?[0-9.]*$/, '');
}
