import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '../../commands/testing/run';
import { SIGN_IN_CAUSES } from '../../src/github/trust/refusal-causes';
import { SETUP_CAUSES } from '../../src/workflow/jobs/scripts/sign-in/causes';
import { claimsOf } from '../github/claims';
import { type Assembly, EXAMPLE, ORDERS, TAG } from './example';
import { otherApp } from './other-app';
import { SITUATIONS, type Situation } from './situations';

const NOTHING: Assembly = {
  template: {},
  caller: { path: '.github/workflows/publish_python.yml', text: '' },
  reusable: { path: '.github/workflows/codeartifact_python.yml', text: '' },
  package: '',
};
const folder = mkdtempSync(join(tmpdir(), 'explain-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The folder that `cdk synth` would have written. */
function writeAssembly({ app }: Situation): void {
  const stack = {
    type: 'aws:cloudformation:stack',
    environment: `aws://${EXAMPLE.account}/${EXAMPLE.region}`,
    properties: { templateFile: 'template.json' },
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ artifacts: { PythonArtifacts: stack } }));
  writeFileSync(join(folder, 'template.json'), JSON.stringify(otherApp(NOTHING, app ?? {}).template));
}

/** The token of the publish job, as the rehearsal's GitHub makes it. */
function tokenOf(situation: Situation): string {
  const { repository = ORDERS, event = TAG, app, called, audience } = situation;
  const generated = app?.publishOn && 'release';
  const environment = situation.environment === 'none' ? undefined : (situation.environment ?? generated);
  const claims = claimsOf({
    repository,
    event,
    environment,
    workflowRef: `${repository.name}/${NOTHING.caller.path}@${event.ref}`,
    jobWorkflowRef: called ?? `${EXAMPLE.host}/${NOTHING.reusable.path}@refs/heads/${EXAMPLE.hostBranch}`,
  });
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'none' })}.${part({ ...claims, aud: audience ?? 'sts.amazonaws.com' })}.`;
}

// The same situations go through the steps of the workflow: `npm run rehearse`.
test.each(
  SITUATIONS,
)('explain names the cause that the run names: $cause, since $says', async (situation) => {
  writeAssembly(situation);
  const { code, stdout } = await runCommand(['explain', 'publish', '--claims', '-', '--app', folder], {
    input: tokenOf(situation),
  });
  const { cause } = situation;
  const { title } = SIGN_IN_CAUSES[cause];
  if ((SETUP_CAUSES as readonly string[]).includes(cause)) {
    // What lies outside of templates and claims is listed, in the order in which to look.
    expect(code).toBe(0);
    const at = SETUP_CAUSES.map((id) => stdout.indexOf(SIGN_IN_CAUSES[id].title));
    expect(at).toEqual([...at].sort((a, b) => a - b));
    expect(stdout).toContain(title);
  } else {
    expect(code).toBe(1);
    expect(stdout.match(/^refused\[.*$/gm)).toEqual([`refused[${cause}]: ${title}`]);
  }
});
