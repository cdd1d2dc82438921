const { message } = require('./missing.json');

/** Says at the end of a run, in red, which tools were not there, why, and how many tests that cost. */
module.exports = class MissingReporter {
  constructor(_config, _options, _context, write = (text) => process.stderr.write(text)) {
    this.write = write;
  }

  onRunComplete(_contexts, { testResults }) {
    const causes = new Map();
    for (const { failureMessages } of testResults.flatMap((file) => file.testResults)) {
      const found = failureMessages.find((text) => text.includes(message));
      if (!found) continue;
      const cause = found.slice(found.indexOf(message)).split(/\n\s+at /)[0];
      causes.set(cause, (causes.get(cause) ?? 0) + 1);
    }
    for (const [cause, count] of causes)
      this.write(`\x1b[31m${count} ${count === 1 ? 'test' : 'tests'} could not run. ${cause}\x1b[39m\n`);
  }
};
