import { Annotations } from 'aws-cdk-lib';
import { PackagePattern } from '../codeartifact/resource/package-pattern';
import {
  haveRunsInCommon,
  type ScopedPublisher,
  sharedIdentities,
  trustedWorkflow,
} from './scoped-publisher';

/**
 * Warns where one run on GitHub can assume the roles of two publishers to the same repository, which have other
 * packages: whoever starts it may publish the packages of both.
 */
export function warnOfSharedRuns(publisher: ScopedPublisher, earlier: ScopedPublisher[]): void {
  for (const other of earlier) {
    if (areToldApart(publisher, other)) continue;
    const shared = sharedIdentities(publisher, other);
    if (shared.length === 0 || packagesOf(publisher) === packagesOf(other)) continue;
    Annotations.of(publisher.construct).addWarningV2(
      'cdk-python-artifact-pipeline:publishers-not-apart',
      `A run of ${shared.join(', ')} that may assume the role of this publisher may assume that of ` +
        `${other.construct.node.path}, too, and publish the packages of both. Tell them apart by an environment each, ` +
        'by tags that have none in common, or by a workflow host with a file for each.',
    );
  }
}

function areToldApart(one: ScopedPublisher, other: ScopedPublisher): boolean {
  const [ours, theirs] = [trustedWorkflow(one), trustedWorkflow(other)];
  if (ours !== undefined && theirs !== undefined && ours !== theirs) return true;
  return !haveRunsInCommon(one.publishOn, other.publishOn);
}

function packagesOf({ construct, packages }: ScopedPublisher): string | undefined {
  return packages
    ?.map((entry) => PackagePattern.parse(construct, 'packages', entry).arnName)
    .sort()
    .join();
}
