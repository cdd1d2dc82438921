import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '../../package.json';
import { ROOT } from '../python/environment';
import { run } from './run';

export const TESTS = ['test/reference', 'test/codeartifact/policy'];

/** Runs tests of the checkout beside other peers than its own, and says how many passed. */
export function runTests(modules: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'unit-tests-'));
  try {
    const moduleNameMapper = {
      ...jest.moduleNameMapper,
      '^(aws-cdk-lib|constructs)(/.*)?$': `${modules}/$1$2`,
    };
    const [config, result] = ['config.json', 'result.json'].map((file) => join(folder, file)) as [
      string,
      string,
    ];
    writeFileSync(config, JSON.stringify({ ...jest, rootDir: ROOT, moduleNameMapper, reporters: [] }));
    const program = require.resolve('jest/bin/jest');
    run(process.execPath, [program, '--ci', '-c', config, '--json', '--outputFile', result, ...TESTS], {
      cwd: ROOT,
    });
    const { numPassedTests, numFailedTests } = require(result);
    if (numFailedTests > 0 || numPassedTests === 0) throw new Error(`${numFailedTests} failed`);
    return `${numPassedTests} pass`;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
