const { relative } = require('node:path');

const SHOWN = 10;

/** Says at the end of a whole run which files of tests took longest, and all others together. */
module.exports = class SlowestReporter {
  constructor({ rootDir }, _options, _context, write = (text) => process.stderr.write(text)) {
    this.rootDir = rootDir;
    this.write = write;
  }

  onRunComplete(_contexts, { testResults }) {
    if (testResults.length <= SHOWN) return;
    const files = testResults
      .map(({ testFilePath, testResults: tests, perfStats: { start, end } }) => ({
        name: relative(this.rootDir, testFilePath).replaceAll('\\', '/'),
        tests: tests.length,
        seconds: (end - start) / 1000,
      }))
      .sort((a, b) => b.seconds - a.seconds);
    const others = files.slice(SHOWN);
    const rest = {
      name: `${others.length} other files`,
      tests: sum(others, 'tests'),
      seconds: sum(others, 'seconds'),
    };
    const lines = [...files.slice(0, SHOWN), rest].map(
      ({ name, tests, seconds }) => `${seconds.toFixed(1).padStart(7)} ${String(tests).padStart(6)}  ${name}`,
    );
    this.write(['seconds  tests  file', ...lines, ''].join('\n'));
  }
};

function sum(files, key) {
  return files.reduce((total, file) => total + file[key], 0);
}
