/** PEP 503: lower case, and runs of `-`, `_` and `.` are one `-`. */
export function normalize(name: string): string {
  return name.toLowerCase().replaceAll(/[-_.]+/g, '-');
}

/** Name and version in a distribution's file name, or `undefined` where it is no wheel and no sdist. */
export function parseFilename(filename: string): { name: string; version: string } | undefined {
  const wheel = /^([A-Za-z0-9_.]+)-([A-Za-z0-9_.!+]+)(?:-\d[^-]*)?-[^-]+-[^-]+-[^-]+\.whl$/.exec(filename);
  const sdist = /^([A-Za-z0-9][A-Za-z0-9_.-]*)-([A-Za-z0-9_.!+]+)\.(?:tar\.gz|zip)$/.exec(filename);
  const [, name, version] = wheel ?? sdist ?? [];
  return name && version ? { name: normalize(name), version } : undefined;
}
