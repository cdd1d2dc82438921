import type { LockedPackage } from '../../src/workflow/actions/locked-package';

/** One file that an index has. */
export interface Wheel {
  readonly file: string;
  readonly sha256: string;
}

/** The releases that a `pylock.toml` has, each with those of its wheels that are chosen. */
export function lockedIn(
  text: string,
  python: string,
  choose: (name: string, wheels: readonly Wheel[]) => readonly Wheel[],
): LockedPackage[] {
  return text
    .split('[[packages]]')
    .slice(1)
    .map((entry) => {
      const name = field(entry, 'name');
      const version = field(entry, 'version');
      const marker = conditionOf(field(entry, 'marker'), python);
      if (!name || !version) throw new Error(`This is no entry of a lock: ${entry}`);
      const wheels = [...entry.matchAll(/url = "[^"]*\/([^"/]+\.whl)"[^}]*?sha256 = "([0-9a-f]{64})"/g)];
      const chosen = choose(
        `${name} ${version}`,
        wheels.map(([, file = '', sha256 = '']) => ({ file, sha256 })),
      );
      return { name, version, ...(marker && { marker }), sha256: chosen.map(({ sha256 }) => sha256) };
    });
}

function field(entry: string, name: string): string | undefined {
  return new RegExp(`^${name} = "(.*)"$`, 'm').exec(entry)?.[1];
}

/** A marker without what is true of every Python that it is locked for. */
function conditionOf(marker: string | undefined, python: string): string | undefined {
  const always = `python_full_version >= '${python}'`;
  return marker === always ? undefined : marker?.replace(`${always} and `, '');
}

/** For what is installed on every platform and Python: a wheel that has nothing compiled in it. */
export function onAnyPlatform(name: string, wheels: readonly Wheel[]): readonly Wheel[] {
  const pure = wheels.filter(({ file }) => file.endsWith('-none-any.whl'));
  if (!pure.length) throw new Error(`${name} has no wheel that installs everywhere`);
  return pure;
}

const ON_LINUX_RUNNERS = /-[^-]*manylinux[^-]*_(x86_64|aarch64)[^-]*\.whl$/;

/** For the runners: the pure wheel, else those for any Python, else those for the tools' one and the rehearsal's. */
export function onLinux(name: string, wheels: readonly Wheel[]): readonly Wheel[] {
  const choices = [/-none-any\.whl$/, /-(abi3|py3-none)-/, /-cp31[13]-cp31[13]-/];
  for (const choice of choices) {
    const chosen = wheels.filter(
      ({ file }) => choice.test(file) && (choice === choices[0] || ON_LINUX_RUNNERS.test(file)),
    );
    if (chosen.length) return chosen;
  }
  throw new Error(`${name} has no wheel for Linux`);
}

/** A lock in which what the workflow installs as a pure wheel has that wheel alone, so that both have the same file. */
export function withPureWheels(lock: string, packages: readonly LockedPackage[]): string {
  const pure = new Map(
    packages.flatMap(({ name, version, sha256 }) =>
      sha256.length === 1 ? [[`${name}==${version}`, sha256[0]]] : [],
    ),
  );
  return lock
    .split(/\n(?! )/)
    .map((entry) => {
      const [head = ''] = entry.split('\n');
      const hash = pure.get(head.split(' ')[0] ?? '');
      return hash ? `${head}\n    --hash=sha256:${hash}` : entry;
    })
    .join('\n');
}
