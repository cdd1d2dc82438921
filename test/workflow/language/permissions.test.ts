import fc from 'fast-check';
import type { Workflow } from '../../../src/workflow/language/model';
import { unionOfPermissions } from '../../../src/workflow/language/permissions';

const union = (jobs: unknown, permissions?: unknown) =>
  unionOfPermissions({ permissions, jobs } as unknown as Workflow, 'a.yml');

test('to write is more than to read, and that is more than nothing, in any order', () => {
  const jobs = [{ issues: 'read' }, { issues: 'write' }, { issues: 'none', contents: 'read' }];
  for (const order of [jobs, [...jobs].reverse()]) {
    const named = Object.fromEntries(order.map((permissions, index) => [`job${index}`, { permissions }]));
    expect(union(named)).toEqual({ issues: 'write', contents: 'read' });
  }
});

test('a job that asks for nothing has what the workflow says', () => {
  expect(union({ a: {} }, { contents: 'read' })).toEqual({ contents: 'read' });
  expect(union({ a: { permissions: {} } }, { contents: 'read' })).toEqual({});
  expect(union({ a: {}, b: { permissions: { issues: 'read' } } })).toEqual({ issues: 'read' });
});

test('everything is granted where a job asks for everything', () => {
  expect(union({ a: { permissions: 'read-all' }, b: { permissions: { contents: 'read' } } })).toBe(
    'read-all',
  );
  expect(union({ a: { permissions: 'read-all' }, b: { permissions: 'write-all' } })).toBe('write-all');
  expect(union({ a: {} }, 'read-all')).toBe('read-all');
});

test('whatever a patch made of jobs and permissions is granted or refused in words, and no error of Node', () => {
  const anything = fc.oneof(
    fc.jsonValue(),
    fc.constantFrom('read-all', 'write-all', 'read', 'none', null, undefined, {}),
    fc.dictionary(
      fc.constantFrom('contents', 'id-token', 'issues'),
      fc.constantFrom('read', 'write', 'none', 1),
    ),
  );
  const job = fc.oneof(anything, fc.record({ permissions: anything }));
  fc.assert(
    fc.property(fc.oneof(anything, fc.dictionary(fc.string(), job)), anything, (jobs, permissions) => {
      let granted: unknown;
      try {
        granted = union(jobs, permissions);
      } catch (error) {
        expect((error as Error).message).toMatch(
          /^a\.yml .*(can not be told what to grant|can not grant both)\./s,
        );
        return;
      }
      const accesses = typeof granted === 'string' ? [granted] : Object.values(granted as object);
      for (const access of accesses) expect(access).toMatch(/^(read|write|read-all|write-all)$/);
    }),
  );
});
