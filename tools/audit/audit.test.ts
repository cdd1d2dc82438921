import { audited } from './audit';

const hole = (severity: string) => ({ severity, range: '<2.0.0' });

test('what is severe is a hole, and what is not waits for the weekly upgrade', () => {
  const vulnerabilities = {
    one: hole('critical'),
    two: hole('high'),
    three: hole('moderate'),
    four: hole('low'),
  };
  expect(audited({ vulnerabilities })).toEqual({ holes: ['one <2.0.0: critical', 'two <2.0.0: high'] });
});

test('nothing known is no hole', () => {
  expect(audited({ vulnerabilities: {} })).toEqual({ holes: [] });
});

test.each([
  [{ message: '405 Method Not Allowed', error: { summary: '' } }, '405 Method Not Allowed'],
  [
    { error: { summary: 'This command requires an existing lockfile.' } },
    'This command requires an existing lockfile.',
  ],
  [{}, 'npm gave no reason'],
])('a registry that does not answer is said, and proves nothing: %j', (report, unknown) => {
  expect(audited(report)).toEqual({ holes: [], unknown });
});
