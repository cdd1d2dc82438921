import * as fc from 'fast-check';
import { WorkflowHost } from '../../../src';
import { checkWorkflowPath, REUSABLE_WORKFLOW_PATH } from '../../../src/github/identity/workflow-host';
import { accepted, anyText } from '../../support/inputs';
import { expectRefusal } from '../../support/refusals';
import { tokenText } from '../../support/tokens';

const SHA = '0123456789abcdef0123456789abcdef01234567';
const PATH = '.github/workflows/codeartifact_python.yml';

describe('a workflow host', () => {
  test.each([
    [WorkflowHost.branch('acme/platform', 'main'), 'main', 'refs/heads/main'],
    [WorkflowHost.branch('acme/platform', 'release/1.x'), 'release/1.x', 'refs/heads/release/1.x'],
    [WorkflowHost.tag('acme/platform', 'v1'), 'v1', 'refs/tags/v1'],
    [WorkflowHost.commit('acme/platform', SHA), SHA, SHA],
  ])('%# is what a caller uses, and the claim of its job', (host, ref, fullRef) => {
    expect(host._uses(REUSABLE_WORKFLOW_PATH)).toBe(`acme/platform/${PATH}@${ref}`);
    expect(host._jobWorkflowRef(REUSABLE_WORKFLOW_PATH)).toBe(`acme/platform/${PATH}@${fullRef}`);
  });

  test('may be left to deployment', () => {
    const token = tokenText();
    expect(WorkflowHost.branch(token, token)._jobWorkflowRef('x')).toBe(`${token}/x@refs/heads/${token}`);
    expect(WorkflowHost.tag(token, token)._jobWorkflowRef('x')).toBe(`${token}/x@refs/tags/${token}`);
    expect(WorkflowHost.commit(token, token)._jobWorkflowRef('x')).toBe(`${token}/x@${token}`);
  });

  test.each([
    [() => WorkflowHost.branch('acme', 'main'), 'WorkflowHost.branch "acme" is not a repository.'],
    [
      () => WorkflowHost.branch('acme/*', 'main'),
      'WorkflowHost.branch "*" is not the name of a GitHub repository.',
    ],
    [() => WorkflowHost.branch('acme/platform', '*'), 'WorkflowHost.branch "*" has a wildcard'],
    [() => WorkflowHost.branch('acme/platform', ''), 'WorkflowHost.branch "" is empty.'],
    [() => WorkflowHost.tag('*/platform', 'v1'), 'WorkflowHost.tag "*" is not the name of a GitHub user'],
    [() => WorkflowHost.tag('acme/platform', 'v*'), 'WorkflowHost.tag "v*" has a wildcard'],
    [() => WorkflowHost.commit('acme', SHA), 'WorkflowHost.commit "acme" is not a repository.'],
  ])('%# is refused where it is no repository or no ref', (create, message) => {
    expect(create).toThrow(message);
  });

  test.each([
    '',
    SHA.slice(1),
    `${SHA}0`,
    SHA.toUpperCase(),
    `${SHA.slice(1)}*`,
    `${SHA}\n`,
    'main',
  ])('may not be at the commit %j', (sha) => {
    expectRefusal(
      () => WorkflowHost.commit('acme/platform', sha),
      `WorkflowHost.commit ${JSON.stringify(sha)} is not the full name of a commit.`,
      'Allowed: 40 lower-case hexadecimal digits, as `git rev-parse HEAD` prints them.',
    );
  });

  test.each([
    ['branch', WorkflowHost.branch],
    ['tag', WorkflowHost.tag],
    ['commit', WorkflowHost.commit],
  ])('by %s trusts one workflow at one ref, whatever is given', (_kind, create) => {
    fc.assert(
      fc.property(fc.oneof(anyText, fc.constant('acme/platform')), anyText, (repository, ref) => {
        const host = accepted(() => create(repository, ref));
        if (host) expect(host._jobWorkflowRef('x')).not.toMatch(/[*?]|\$\{/);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the path of a workflow', () => {
  test.each([
    PATH,
    '.github/workflows/publish.yaml',
    '.github/workflows/a-b_c.1.yml',
  ])('may be %p', (path) => {
    expect(() => checkWorkflowPath('Stack/Role', path)).not.toThrow();
  });

  test('has no wildcard, whatever is given', () => {
    const nearly = fc.oneof(
      anyText,
      anyText.map((text) => `.github/workflows/${text}`),
      anyText.map((text) => `.github/workflows/${text}.yml`),
    );
    fc.assert(
      fc.property(nearly, (path) => {
        const isAccepted = accepted(() => checkWorkflowPath('Stack/Role', path) ?? true);
        if (isAccepted) expect(path).toMatch(/^\.github\/workflows\/[A-Za-z0-9._-]+\.ya?ml$/);
      }),
    );
  });
});
