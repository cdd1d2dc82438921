import type { IConstruct } from 'constructs';
import { checkPackages, PackagePattern } from '../../codeartifact/resource/package-pattern';

/** The packages of a publisher as one text; throws for what is neither an exact name nor `prefix-*`. */
export function packageNames(scope: IConstruct, packages?: string[]): string | undefined {
  checkPackages(scope, packages);
  return packages?.map((entry) => PackagePattern.parse(scope, 'packages', entry).arnName).join(' ');
}
