import { PythonEnvironment } from './environment';

const Reporter = require('./missing-reporter.js');

/** What the reporter writes at the end of a run in which tests failed with these messages. */
function report(...failures: string[][]): string {
  let text = '';
  const reporter = new Reporter({}, {}, {}, (part: string) => {
    text += part;
  });
  const testResults = failures.map((failureMessages) => ({ failureMessages }));
  reporter.onRunComplete(undefined, { testResults: [{ testResults }, { testResults: [] }] });
  return text;
}

const red = (text: string) => `\x1b[31m${text}\x1b[39m\n`;

it('says nothing where nothing is missing', () => {
  expect(report([], ['Error: expected 1\n    at x.ts:1'])).toBe('');
});

it('counts the tests that a missing tool cost, in red', () => {
  const nowhere = new PythonEnvironment('tools', undefined, '/nowhere');
  const failure = (name: string) => {
    try {
      return nowhere.program(name);
    } catch (error) {
      return `${(error as Error).stack}`;
    }
  };
  const told = 'The Python tools of the tests are missing: there is no';
  const todo = 'Run: npm run tools:install';
  expect(report([failure('aws')], [], ['other', failure('twine')], [failure('aws')])).toBe(
    red(`2 tests could not run. ${told} aws. ${todo}`) + red(`1 test could not run. ${told} twine. ${todo}`),
  );
});
