/** One release of a package, with the hashes of the wheels that may be installed. */
export interface LockedPackage {
  readonly name: string;
  readonly version: string;
  /** Which Pythons and platforms it is for, where it is not for all. */
  readonly marker?: string;
  readonly sha256: readonly string[];
}

/** A line for pip: `twine==7.0.0 --hash=sha256:…`. */
export function requirementOf({ name, version, marker, sha256 }: LockedPackage): string {
  const condition = marker ? ` ; ${marker}` : '';
  return `${name}==${version}${condition}${sha256.map((hash) => ` --hash=sha256:${hash}`).join('')}`;
}
