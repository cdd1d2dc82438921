import { holds } from '../../rehearsal/runner/expressions';
import { JsonPatch, PublishTrigger, WorkflowHost } from '../../src';
import { callerOf, newWorkflow } from './support/publish-workflow';
import { languageServiceProblems } from './support/validators';

test('it runs when the trigger says so', () => {
  expect(callerOf(newWorkflow()).on).toEqual({ push: { tags: ['v*.*.*'] } });
  expect(callerOf(newWorkflow({ publishOn: PublishTrigger.tags('a-*', 'b-*') })).on).toEqual({
    push: { tags: ['a-*', 'b-*'] },
  });
  expect(callerOf(newWorkflow({ publishOn: PublishTrigger.branch('main') })).on).toEqual({
    push: { branches: ['main'] },
  });
  expect(
    callerOf(
      newWorkflow({
        publishOn: PublishTrigger.environment('release', { startedBy: PublishTrigger.branch('main') }),
      }),
    ).on,
  ).toEqual({ push: { branches: ['main'] } });
});

test('it runs for branches beside tags, and for several branches', () => {
  const publishOn = PublishTrigger.anyOf(PublishTrigger.tags('v*'), PublishTrigger.branches('main', '1.x'));
  expect(callerOf(newWorkflow({ publishOn })).on).toEqual({
    push: { tags: ['v*'], branches: ['main', '1.x'] },
  });
});

test('it runs by workflow_dispatch, too, where that is asked', () => {
  const workflow = newWorkflow({ workflowDispatch: true });
  expect(callerOf(workflow).on).toEqual({ push: { tags: ['v*.*.*'] }, workflow_dispatch: {} });
  expect(workflow.caller.text).toContain('  workflow_dispatch: {}\n');
});

test('it tries pull requests and branches where that is asked, and asks for no permission more', () => {
  const dryRun = { pullRequests: true, branches: ['main', 'feature/**'] };
  const workflow = callerOf(newWorkflow({ dryRun }));
  expect(workflow.on).toEqual({
    push: { tags: ['v*.*.*'], branches: ['main', 'feature/**'] },
    pull_request: {},
  });
  expect(workflow.jobs).toEqual(callerOf(newWorkflow()).jobs);
  const publishOn = PublishTrigger.branch('main');
  expect(callerOf(newWorkflow({ publishOn, dryRun: { branches: ['feature/**'] } })).on.push).toEqual({
    branches: ['main', 'feature/**'],
  });
});

test('it leaves out pull requests from forks where builds need an identity, which these do not get', () => {
  const publishOn = PublishTrigger.environment('release');
  const reading = {
    publishOn,
    privateDependencies: true,
    readRoleArn: 'arn:aws:iam::111111111111:role/read',
  };
  const condition = callerOf(newWorkflow({ ...reading, dryRun: { pullRequests: true } })).jobs.publish.if;
  const event = (name: string, from?: string) => ({
    github: {
      event_name: name,
      repository: 'acme/orders-sdk',
      event: from ? { pull_request: { head: { repo: { full_name: from } } } } : {},
    },
  });
  const runs = (...of: Parameters<typeof event>) => holds(condition, event(...of), { success: true });
  expect(runs('pull_request', 'acme/orders-sdk')).toBe(true);
  expect(runs('pull_request', 'eve/orders-sdk')).toBe(false);
  expect(runs('push')).toBe(true);
  const others = [newWorkflow({ dryRun: { pullRequests: true } }), newWorkflow(reading)];
  expect(others.map((workflow) => callerOf(workflow).jobs.publish.if)).toEqual([undefined, undefined]);
});

test('its name is another where its file is, so that two in one repository do not wait for each other', () => {
  expect(callerOf(newWorkflow()).name).toBe('Publish');
  const billing = newWorkflow({ callerFileName: 'publish_python_billing.yml' });
  expect(callerOf(billing).name).toBe('Publish (publish_python_billing.yml)');
});

test('it grants what the called jobs ask for, and not one permission more', () => {
  expect(callerOf(newWorkflow()).permissions).toEqual({});
  expect(callerOf(newWorkflow()).jobs.publish.permissions).toEqual({ contents: 'read', 'id-token': 'write' });
});

test('it says for AWS what the permission is', () => {
  expect(newWorkflow().caller.text).toContain('id-token: write # proves which workflow this is\n');
});

test('without a host it calls the file beside it', () => {
  expect(callerOf(newWorkflow()).jobs.publish.uses).toBe('./.github/workflows/codeartifact_python.yml');
  expect(callerOf(newWorkflow({ fileName: 'other.yaml' })).jobs.publish.uses).toBe(
    './.github/workflows/other.yaml',
  );
});

test.each([
  [WorkflowHost.branch('acme/platform', 'main'), 'main'],
  [WorkflowHost.tag('acme/platform', 'v1'), 'v1'],
  [WorkflowHost.commit('acme/platform', 'a'.repeat(40)), 'a'.repeat(40)],
])('with a host it calls the file of the host', (host, ref) => {
  expect(callerOf(newWorkflow({ host })).jobs.publish.uses).toBe(
    `acme/platform/.github/workflows/codeartifact_python.yml@${ref}`,
  );
});

test('it passes the version of Python, as a string', () => {
  expect(callerOf(newWorkflow({ pythonVersion: '3.9' })).jobs.publish.with).toEqual({
    python_version: '3.9',
  });
});

test('it has nothing that a job which calls a workflow can not have', () => {
  expect(Object.keys(callerOf(newWorkflow()).jobs.publish)).toEqual(['permissions', 'uses', 'with']);
});

test('a job of its own can take over what the called workflow hands on, and nothing else', async () => {
  const handOn = async (output: string) => {
    const workflow = newWorkflow();
    workflow.caller.patch(
      JsonPatch.add('/jobs/pypi', {
        needs: 'publish',
        'runs-on': 'ubuntu-24.04',
        steps: [{ run: 'echo "$NAME"', env: { NAME: `\${{ needs.publish.outputs.${output} }}` } }],
      }),
    );
    return languageServiceProblems(workflow.caller.text, workflow.files);
  };
  expect(await handOn('artifact_name')).toEqual([]);
  expect(await handOn('sha256')).toEqual([]);
  expect(await handOn('artifact')).toEqual(['Context access might be invalid: artifact']);
});
