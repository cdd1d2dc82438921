/** A release, as far as it is compared. */
export interface Release {
  readonly name: string;
  readonly version: string;
  readonly marker?: string;
}

/** The releases that a lock for pip has. */
export function versionsIn(lock: string): Release[] {
  return [...lock.matchAll(/^([a-z0-9-]+)==(\S+)(?: ; (.*?))? \\$/gm)].map(
    ([, name = '', version = '', marker]) => ({
      name,
      version,
      marker,
    }),
  );
}

/** What differs between two lists of releases, in words. */
export function newerIn(locked: readonly Release[], newest: readonly Release[]): string[] {
  const names = [...new Set([...locked, ...newest].map(({ name }) => name))].sort();
  return names.flatMap((name) => {
    const [before, after] = [locked, newest].map((list) => said(list, name));
    if (before === after) return [];
    return [`${name} ${before || 'is new'}${after ? ` → ${after}` : ' is not needed any more'}`];
  });
}

function said(releases: readonly Release[], name: string): string {
  return releases
    .filter((release) => release.name === name)
    .map(({ version }) => version)
    .join(', ');
}
