import { script } from './script';

/**
 * Python that reads the version in a tag by the patterns of a `PublishTrigger`, as GitHub matched it: `*` stops at
 * a slash, `**` does not. Needs `re`, and `Version` and `InvalidVersion` of `packaging.version`.
 *
 * Each pattern is text: the releases that are meant (`all`, `final` or `pre`), a space, and the pattern with a
 * caret where the version begins. Of several places where a version can begin, it is the first, so that
 * `orders-1.0-1` has the version 1.0-1 and not 1.
 *
 * @see https://packaging.python.org/en/latest/specifications/version-specifiers/
 */
export const TAG_RELEASE = script(`
  def version_of(tag, patterns):
      """The version in a tag, or None where no pattern matches or what it leaves is no version."""
      begin, _ = read_tag(tag, patterns)
      return None if begin is None else version_or_none(tag[begin:])

  def is_meant(tag, patterns):
      """Whether the version in a tag is of those releases that its patterns mean."""
      version = version_of(tag, patterns)
      _, releases = read_tag(tag, patterns)
      return version is not None and bool(releases & {"all", "pre" if version.is_prerelease else "final"})

  def tag_for(version, tag, patterns):
      """A tag like this one that publishes another version, or None where no pattern takes one."""
      begin, _ = read_tag(tag, patterns)
      prefixes = [] if begin is None else [tag[:begin]]
      for prefix, _, _ in map(tag_parts, patterns):
          prefixes += [tag[:end] for end in sorted(match_ends(prefix, tag, {0}), reverse=True)]
          prefixes += [] if "*" in prefix else [prefix]
      for prefix in prefixes:
          v = re.match("[vV]?", tag[len(prefix):] if tag.startswith(prefix) else "v")[0]
          for candidate in (f"{prefix}{v}{version}", f"{prefix}v{version}", f"{prefix}{version}"):
              if version_of(candidate, patterns) == version and is_meant(candidate, patterns):
                  return candidate
      return None

  def read_tag(tag, patterns):
      """The first place in a tag where a version can begin, and the releases that are meant there."""
      found = {}
      for prefix, version, releases in map(tag_parts, patterns):
          for begin in match_ends(prefix, tag, {0}):
              if len(tag) in match_ends(version, tag, {begin}) and version_or_none(tag[begin:]) is not None:
                  found.setdefault(begin, set()).add(releases)
      return min(found.items(), default=(None, set()))

  def tag_parts(pattern):
      # The releases that are meant, a space, and the pattern with a caret where the version begins.
      releases, tags = pattern.split(" ")
      prefix, version = tags.split("^")
      return prefix, version, releases

  def match_ends(pattern, tag, places):
      """Where in a tag a match of a pattern can end that begins at one of these places."""
      for part in re.findall(r"\\*+|[^*]", pattern):
          if part == "*":
              stops = ((place, tag.find("/", place)) for place in places)
              places = {end for place, stop in stops for end in range(place, (len(tag) if stop < 0 else stop) + 1)}
          elif part[0] == "*":
              places = set(range(min(places), len(tag) + 1)) if places else places
          else:
              places = {place + 1 for place in places if tag[place:place + 1] == part}
      return places

  def version_or_none(text):
      try:
          return Version(text)
      except InvalidVersion:
          return None
`);
