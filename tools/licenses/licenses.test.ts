import lockfile from '../../package-lock.json';
import versionsLockfile from '../versions/package-lock.json';
import { notAllowed } from './licenses';

const locked = (license?: string) =>
  notAllowed({ packages: { 'node_modules/acme': { license, version: '1.0.0' } } });

test('every package of the lockfiles has a permissive licence', () => {
  expect(Object.keys(lockfile.packages).length).toBeGreaterThan(500);
  expect(notAllowed(lockfile)).toEqual([]);
  expect(Object.keys(versionsLockfile.packages).length).toBeGreaterThan(50);
  expect(notAllowed(versionsLockfile)).toEqual([]);
});

test.each([
  'GPL-3.0-only',
  'AGPL-3.0-or-later',
  'MIT AND GPL-2.0-only',
  'SEE LICENSE IN LICENSE.md',
  'MPL-2.0', // allowed for axe-core, and for nothing else
  'BSD', // no expression of SPDX, allowed for gitconfiglocal alone
])('%s is found', (license) => {
  expect(locked(license)).toEqual([`node_modules/acme 1.0.0: ${license}`]);
});

test('no licence is found', () => {
  expect(locked()).toEqual(['node_modules/acme 1.0.0: no licence']);
});

test.each(['MIT', '(MIT OR GPL-3.0-or-later)', 'MIT AND ISC'])('%s is fine', (license) => {
  expect(locked(license)).toEqual([]);
});
