const Reporter = require('./slowest-reporter.js');

/** What the reporter writes after files that took so many seconds, with two tests each. */
function report(...seconds: number[]): string {
  let text = '';
  const reporter = new Reporter({ rootDir: '/acme' }, {}, {}, (part: string) => {
    text += part;
  });
  const testResults = seconds.map((duration, index) => ({
    testFilePath: `/acme/test/${index}.test.ts`,
    testResults: [{}, {}],
    perfStats: { start: 5_000, end: 5_000 + duration * 1000 },
  }));
  reporter.onRunComplete(undefined, { testResults });
  return text;
}

it('names the ten files that took longest, the longest first, and counts the others', () => {
  const lines = report(...Array.from({ length: 12 }, (_, index) => index + 0.5)).split('\n');
  expect(lines.slice(0, 3)).toEqual([
    'seconds  tests  file',
    '   11.5      2  test/11.test.ts',
    '   10.5      2  test/10.test.ts',
  ]);
  expect(lines.slice(-3)).toEqual(['    2.5      2  test/2.test.ts', '    2.0      4  2 other files', '']);
  expect(lines).toHaveLength(13);
});

it('says nothing of a few files that somebody asked for', () => {
  expect(report(1, 2)).toBe('');
});
