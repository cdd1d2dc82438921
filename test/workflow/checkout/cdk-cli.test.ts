import { spawnSync } from 'node:child_process';
import { readdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { CI_SYSTEMS } from '../../../src/workflow/checkout/ci-systems';
import { newCheckout, newFolder, removeFolders } from '../support/cli';

afterAll(removeFolders);

const CDK = require.resolve('aws-cdk/bin/cdk');
const APP = join(newFolder(), 'app.js');

const QUICK = {
  NODE_PATH: join(__dirname, '../../../node_modules'), // for the app, which is somewhere else
  CDK_DISABLE_CLI_TELEMETRY: 'true',
  CDK_DISABLE_VERSION_CHECK: '1',
};

/** The app is compiled once, since the CLI starts it four times. */
beforeAll(() => {
  buildSync({
    entryPoints: [require.resolve('../support/pipelines-app')],
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node20',
    outfile: APP,
  });
});

/** Runs the CDK CLI itself, as a person or a CI system does. */
function cdkSynth(checkout: string, env: NodeJS.ProcessEnv): { code: number | null; said: string } {
  const nothing = Object.fromEntries(['CI', ...Object.values(CI_SYSTEMS).flat()].map((name) => [name, '']));
  const { status, stderr, stdout } = spawnSync(
    process.execPath,
    [CDK, 'synth', '--quiet', '--no-notices', '--app', `node ${APP}`, '--output', newFolder()],
    { cwd: checkout, encoding: 'utf8', env: { ...process.env, ...nothing, ...QUICK, ...env } },
  );
  return { code: status, said: `${stdout}${stderr}` };
}

const FILES = ['publish_dev.yml', 'publish_prod.yml', 'py_dev.yml', 'py_prod.yml'];

// aws-cdk#15665, #20468, #17805
test('a Stage is added to CDK Pipelines before the next one is there: each synthesis without a change is content', () => {
  const checkout = newCheckout();
  const workflows = join(checkout, '.github/workflows');

  const first = cdkSynth(checkout, {});
  expect(first).toMatchObject({ code: 0 });
  expect(readdirSync(workflows)).toEqual(FILES);
  expect(first.said.match(/Written in .*/g)).toEqual([
    `Written in ${realpathSync(checkout)}, to be committed: ${['dev', 'prod']
      .flatMap((name) => [`.github/workflows/py_${name}.yml`, `.github/workflows/publish_${name}.yml`])
      .join(', ')}`,
  ]);
  expect(first.said).not.toMatch(/left over|warning/i);

  for (const env of [{ CI: 'true' }, { CODEBUILD_BUILD_ID: 'acme:1' }]) {
    const again = cdkSynth(checkout, env);
    expect(again).toMatchObject({ code: 0 });
    expect(again.said).not.toMatch(/left over|Written|warning/i);
  }

  const withoutProd = cdkSynth(checkout, { CI: 'true', ACME_STAGES: 'dev' });
  expect(withoutProd).toMatchObject({ code: 1 });
  expect(withoutProd.said).toContain(
    'The file .github/workflows/publish_prod.yml is left over: Delivery/prod/Py/P/Publisher/Workflow generated it once',
  );
  expect(withoutProd.said).not.toContain('_dev.yml');
}, 240_000);
