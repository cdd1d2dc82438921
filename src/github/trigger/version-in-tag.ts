/** What a version can stand after in the name of a tag. */
const SEPARATORS = ['-', '_', '/', '@', '=='];
const VERSION = /^v?[0-9*][0-9*.]*$/i;
const PRE_RELEASE = /^[-_.]?(a|b|c|rc|alpha|beta|pre|preview|dev)?[-_.]?[\d*.]*$/i;

/**
 * Where the version begins in a pattern of tags; nothing where nobody can tell.
 *
 * The version is the tail of digits, `*` and dots, at the start or after a separator, with or without `v`.
 */
export function versionBegin(pattern: string): number | undefined {
  const begin = afterLastSeparator(pattern);
  const version = pattern.slice(begin);
  if (!VERSION.test(version)) return undefined;
  return /^v/i.test(version) || !endsInVersion(pattern.slice(0, begin)) ? begin : undefined;
}

/** A pattern that tells where the version begins, for one that does not, as its user would write it. */
export function patternInstead(pattern: string): string {
  const ends = [...pattern.matchAll(/[\d*.]+/g)].map(({ index, 0: run }) => index + run.length);
  const versioned = ends
    .map((end) => pattern.slice(0, end).replace(/\.+$/, ''))
    .filter((part) => part !== pattern && isVersioned(part))
    .pop();
  if (versioned !== undefined) {
    const isPreRelease = PRE_RELEASE.test(pattern.slice(versioned.length));
    return isPreRelease ? `PublishTrigger.tags('${versioned}').preReleasesOnly()` : `'${versioned}'`;
  }
  const [, beforeVersion] = /^(|.*?[-_/@])v?\d+\.\d/i.exec(pattern) ?? [];
  if (beforeVersion !== undefined) return `'${beforeVersion}v*'`;
  const stem = pattern.replace(/[*.]+$/, '').replace(/[-_/@=.]+$/, '');
  return stem === '' || /^v$/i.test(stem) ? "'v*'" : `'${stem}-v*'`;
}

function afterLastSeparator(text: string): number {
  const ends = SEPARATORS.map((separator) => {
    const index = text.lastIndexOf(separator);
    return index < 0 ? 0 : index + separator.length;
  });
  return Math.max(...ends);
}

/** Whether what stands before a hyphen may be a version itself, of which the rest would be a part: `v*-*`. */
function endsInVersion(prefix: string): boolean {
  return /[-_]$/.test(prefix) && isVersioned(prefix.slice(0, -1));
}

/** Whether a text ends in a pattern that stands for versions and for nothing else. */
function isVersioned(text: string): boolean {
  const tail = text.slice(afterLastSeparator(text));
  return VERSION.test(tail) && tail.includes('*') && /[v\d.]/i.test(tail);
}
