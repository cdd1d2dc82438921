import { JsonPatch, WorkflowHost } from '../../../src';
import { suppressionFor } from '../../../src/workflow/actions/called-workflow';
import { newWorkflow } from '../support/publish-workflow';

const PATH = '.github/workflows/codeartifact_python.yml';
const usesLine = (text: string) => text.match(/^ +(uses: .*)$/m)?.[1];

test('a workflow beside the caller stays one, and zizmor is told why', () => {
  expect(usesLine(newWorkflow().caller.text)).toBe(
    `uses: ./${PATH} # zizmor: ignore[self-repository] what $/ makes of the claim job_workflow_ref is not documented`,
  );
});

test.each([
  [WorkflowHost.branch('acme/platform', 'main'), 'main'],
  [WorkflowHost.tag('acme/platform', 'v1'), 'v1'],
])('a host is called at its branch or tag, and zizmor is told why', (host, ref) => {
  expect(usesLine(newWorkflow({ host }).caller.text)).toBe(
    `uses: acme/platform/${PATH}@${ref} # zizmor: ignore[unpinned-uses] the host decides what this ref is, and the publish role trusts it`,
  );
});

test('there is nothing to say of a commit', () => {
  const sha = 'a'.repeat(40);
  expect(suppressionFor(`acme/platform/${PATH}@${sha}`)).toBeUndefined();
  expect(usesLine(newWorkflow({ host: WorkflowHost.commit('acme/platform', sha) }).caller.text)).toBe(
    `uses: acme/platform/${PATH}@${sha}`,
  );
});

test('what somebody patches in is not explained by us', () => {
  const { caller } = newWorkflow();
  caller.patch(JsonPatch.replace('/jobs/publish/uses', 'evil/platform/.github/workflows/x.yml@main'));
  expect(usesLine(caller.text)).toBe('uses: evil/platform/.github/workflows/x.yml@main');
});
