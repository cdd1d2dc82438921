import { Annotations } from 'aws-cdk-lib';
import { PackagePattern } from '../codeartifact/resource/package-pattern';
import type { ScopedPublisher } from './scoped-publisher';

/** Warns where a publisher may publish packages of an earlier one of its repository, which own roles are to prevent. */
export function warnOfOverlap(publisher: ScopedPublisher, earlier: ScopedPublisher[]): void {
  for (const other of earlier) {
    const shared = sharedPackages(publisher, other);
    if (shared.length === 0) continue;
    Annotations.of(publisher.construct).addWarningV2(
      'cdk-python-artifact-pipeline:publishers-overlap',
      `Both this publisher and ${other.construct.node.path} may publish ${shared.join(', ')}. ` +
        'Give each its own packages.',
    );
  }
}

function sharedPackages(one: ScopedPublisher, other: ScopedPublisher): string[] {
  const all = 'all Python packages';
  if (!one.packages || !other.packages) return [...new Set(one.packages ?? other.packages ?? [all])];
  const [ours, theirs] = [one, other].map(({ construct, packages = [] }) =>
    packages.map((entry) => PackagePattern.parse(construct, 'packages', entry)),
  );
  const inTheirs = ours.filter((pattern) => theirs.some((wider) => wider.covers(pattern)));
  const inOurs = theirs.filter((pattern) => ours.some((wider) => wider.covers(pattern)));
  return [...new Set([...inTheirs, ...inOurs].map(({ arnName }) => arnName))];
}
