import { JsonPatch, Runner } from '../../../src';
import { newWorkflow } from '../support/publish-workflow';

const SHA = 'b'.repeat(40);

test('each action is used at its commit, with its version as a comment', () => {
  const { text } = newWorkflow({ provenance: true }).reusable;
  const actions = [...text.matchAll(/uses: (.+)@([0-9a-f]{40}) # (v[\d.]+)$/gm)].map(
    ([, name, , version]) => `${name} ${version}`,
  );
  expect([...new Set(actions)].sort()).toEqual([
    'actions/attest v4.2.2',
    'actions/checkout v7.0.1',
    'actions/download-artifact v8.0.1',
    'actions/setup-python v7.0.0',
    'actions/upload-artifact v7.0.1',
    'aws-actions/configure-aws-credentials v6.2.3',
  ]);
});

test('another release of an action takes the place of it everywhere', () => {
  const { text } = newWorkflow({
    actionVersions: { 'actions/setup-python': { sha: SHA, version: 'v8.0.0' } },
  }).reusable;
  expect(text.match(new RegExp(`uses: actions/setup-python@${SHA} # v8\\.0\\.0$`, 'gm'))).toHaveLength(3);
  expect(text).toContain('actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1');
});

test.each([
  [
    { 'actions/cache': { sha: SHA, version: 'v5' } },
    'actionVersions "actions/cache" is no action of the generated workflows. Allowed: actions/checkout, actions/setup-python, actions/upload-artifact, actions/download-artifact, actions/attest, aws-actions/configure-aws-credentials. (construct Acme/Workflow)',
  ],
  [
    { 'actions/checkout': { sha: 'v7', version: 'v7' } },
    'actionVersions actions/checkout "v7" is not the full name of a commit, and a tag can be moved to other code. Allowed: 40 lower-case hexadecimal digits, as `git ls-remote` prints them behind a tag. See https://docs.github.com/en/actions/reference/security/secure-use#using-third-party-actions (construct Acme/Workflow)',
  ],
  [
    { 'actions/checkout': { sha: SHA, version: 'v7\nrun: evil' } },
    'actionVersions actions/checkout "v7\\nrun: evil" is not a version. Allowed: a tag, as in \'v7.0.1\'.',
  ],
])('%j is refused', (actionVersions, message) => {
  expect(() => newWorkflow({ actionVersions })).toThrow(message);
});

test('a runner that is said to be gone after a job is explained beside it, also after a patch', () => {
  const workflow = newWorkflow({ runner: Runner.labels('self-hosted', 'linux').ephemeral() });
  const explained =
    /runs-on: # zizmor: ignore\[self-hosted-runner\] the app says that this runner is gone after one job\n/g;
  expect(workflow.reusable.text.match(explained)).toHaveLength(3);
  workflow.reusable.patch(JsonPatch.add('/env', { A: 'b' }));
  expect(workflow.reusable.text.match(explained)).toHaveLength(3);
  expect(newWorkflow({ runner: Runner.labels('self-hosted', 'linux') }).reusable.text).not.toContain(
    'zizmor',
  );
});
