import { Annotations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { isKnownLater } from '../../private/token-text';
import type { IDomain } from '../domain/domain-interface';
import { nameOf } from '../repository/repository-names';
import type { PackagePattern } from '../resource/package-pattern';
import type { RenderedRestriction } from './origin-restriction';

interface Group {
  readonly construct: IConstruct;
  readonly domain: IDomain;
  readonly pattern: PackagePattern;
  readonly restrictions: Record<string, RenderedRestriction>;
}

const groupsOf = new WeakMap<IConstruct, Group[]>();

/**
 * Notes at the narrower of two groups of a domain that its packages are no longer under the rules of the wider: the
 * most specific group of a package is the only one that counts. Where both have the same rules there is nothing to
 * note, as for two publishers of one pipeline.
 *
 * @see https://docs.aws.amazon.com/codeartifact/latest/ug/package-group-definition-syntax-matching-behavior.html
 */
export function noteCarvedOut(group: Group): void {
  const { root } = group.construct.node;
  const groups = groupsOf.get(root) ?? [];
  for (const other of groups) {
    note(group, other);
    note(other, group);
  }
  groups.push(group);
  groupsOf.set(root, groups);
}

function note(narrow: Group, wide: Group): void {
  if (!wide.pattern.covers(narrow.pattern) || !isSameDomain(narrow.domain, wide.domain)) return;
  if (JSON.stringify(narrow.restrictions) === JSON.stringify(wide.restrictions)) return;
  Annotations.of(narrow.construct).addInfoV2(
    'cdk-python-artifact-pipeline:packages-carved-out',
    `This package group takes ${narrow.pattern.arnName} out of ${wide.pattern.arnName}, which is the package group ` +
      `${wide.construct.node.path}: where these packages are published and come from is said here alone. Where that ` +
      'is not meant, name other packages here, or publish them where the wider group lets them be published.',
  );
}

function isSameDomain(one: IDomain, other: IDomain): boolean {
  return (
    one === other ||
    [
      [nameOf(one), nameOf(other)],
      [one.domainOwner, other.domainOwner],
      [one.env.region, other.env.region],
    ].every(([left, right]) => left === right && !isKnownLater(left))
  );
}
