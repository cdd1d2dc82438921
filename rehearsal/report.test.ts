import type { Case, Outcome } from './cases';
import { exitCode, failureText, tables } from './report';

const chosen: Case = {
  says: 'a member publishes',
  expect: ['index', /^403 /],
  because: 'the organization only reads',
  run: async () => {},
};
const outcome = (passed: boolean): Outcome => ({
  case: chosen,
  passed,
  got: passed ? 'index: 403 no' : 'allowed',
  seconds: 0.1,
  requests: [
    'jo -> codeartifact:PublishPackageVersion on arn: allowed, on both sides [policy of repository python, statement 1]',
  ],
});
const mutation = { says: 'the organization may publish', change: <T>(same: T) => same };

describe('the report', () => {
  it('names the case, the request and the statement that decided', () => {
    expect(failureText(outcome(false))).toBe(
      [
        'FAIL a member publishes',
        '  expected  refused by index with /^403 /, because the organization only reads',
        '  got       allowed',
        '  request   jo -> codeartifact:PublishPackageVersion on arn: allowed, on both sides [policy of repository python, statement 1]',
      ].join('\n'),
    );
  });

  it('ends with the counts', () => {
    const text = tables({
      outcomes: [outcome(true)],
      verdicts: [{ mutation, caughtBy: 'x', seconds: 0 }],
      seconds: 2,
    });
    expect(text).toMatch(/1 of 1 cases as expected, 1 of 1 mutations caught, 2\.0 s$/);
  });

  it.each([
    [true, 'a case', 0],
    [false, 'a case', 1],
    [true, undefined, 1],
  ])('case passed %s, mutation caught by %s: exit code %d', (passed, caughtBy, code) => {
    const verdicts = [{ mutation, caughtBy, seconds: 0 }];
    expect(exitCode({ outcomes: [outcome(passed)], verdicts, seconds: 1 })).toBe(code);
  });
});
