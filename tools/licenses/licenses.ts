import satisfies from 'spdx-satisfies';

/** Licences of what is installed to build and to test; nothing of it ships but what the bundle of commands names. */
export const ALLOWED = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC-BY-3.0',
  'CC-BY-4.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'Python-2.0',
];

/** Of a single package, with the reason. */
const ALLOWED_FOR: Readonly<Record<string, string>> = {
  // Run by `npm run report:check`, unchanged and in a browser of its own; nothing of it is bundled or shipped.
  'node_modules/axe-core': 'MPL-2.0',
  // Says no more than that, and whatever is called so is permissive; it reads Git's settings when a release is made.
  'node_modules/gitconfiglocal': 'BSD',
};

interface Lockfile {
  readonly packages: Readonly<Record<string, object>>;
}

interface Locked {
  readonly license?: string;
  readonly version?: string;
}

/** The packages of a lockfile whose licence is not allowed, or that name none; a choice between two is ours. */
export function notAllowed({ packages }: Lockfile): string[] {
  return Object.entries<Locked>(packages)
    .filter(
      ([path, { license }]) =>
        path !== '' && !(isAllowed(license) || (license && ALLOWED_FOR[path] === license)),
    )
    .map(([path, { license, version }]) => `${path} ${version}: ${license ?? 'no licence'}`);
}

function isAllowed(license?: string): boolean {
  try {
    return license !== undefined && satisfies(license, ALLOWED);
  } catch {
    return false; // no expression of SPDX
  }
}
