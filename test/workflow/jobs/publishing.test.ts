import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { holds } from '../../../rehearsal/runner/expressions';
import { PublishTrigger, type PublishWorkflowProps } from '../../../src';
import { runScript } from '../support/bash';
import { newWorkflow, reusableOf, stepNames, stepOf } from '../support/publish-workflow';

const TAGS = PublishTrigger.tags('v*');
const BOTH = PublishTrigger.anyOf(TAGS, PublishTrigger.branches('main', "it's"));
const DISPATCH = { workflowDispatch: true };
const PULL_REQUESTS = { dryRun: { pullRequests: true } };
const OTHER_STARTS = [DISPATCH, PULL_REQUESTS, { dryRun: { branches: ['feature/**'] } }];

function jobsOf(props: Partial<PublishWorkflowProps>) {
  return reusableOf(newWorkflow({ provenance: true, ...props })).jobs;
}

function eventOf(name: string, ref: string) {
  const ref_type = ref.startsWith('refs/tags/') ? 'tag' : 'branch';
  return { event_name: name, ref, ref_type };
}

test('where only the trigger starts the caller, each run is a release', () => {
  for (const publishOn of [TAGS, BOTH, PublishTrigger.anyRef()]) {
    const { verify, attest, publish } = jobsOf({ publishOn });
    expect([attest.if, publish.if]).toEqual([undefined, undefined]);
    expect(stepNames(verify)).not.toContain('Say what publishes');
    expect(verify.outputs).not.toHaveProperty('publish');
  }
});

describe.each(OTHER_STARTS)('with %j', (start) => {
  test.each([
    ['tags', TAGS, "github.event_name != 'pull_request' && (github.ref_type == 'tag')"],
    ['any ref', PublishTrigger.anyRef(), "github.event_name != 'pull_request' && (github.ref_type == 'tag')"],
    [
      'tags in an environment',
      PublishTrigger.environment('release'),
      "github.event_name != 'pull_request' && (github.ref_type == 'tag')",
    ],
    [
      'tags and branches',
      BOTH,
      "github.event_name != 'pull_request' && (github.ref_type == 'tag' || github.ref == 'refs/heads/main' || " +
        "github.ref == 'refs/heads/it''s')",
    ],
  ])('what only a release needs is left out beside %s', (_kind, publishOn, condition) => {
    const { attest, publish } = jobsOf({ publishOn, ...start });
    expect([attest.if, publish.if]).toEqual([condition, condition]);
  });
});

test.each([
  ['push', 'refs/tags/v1.0', true, true],
  ['workflow_dispatch', 'refs/tags/v1.0', true, true],
  ['release', 'refs/tags/v1.0', true, true],
  ['push', 'refs/heads/main', false, true],
  ['workflow_dispatch', 'refs/heads/main', false, true],
  ['push', "refs/heads/it's", false, true],
  ['workflow_dispatch', 'refs/heads/feature', false, false],
  ['push', 'refs/heads/refs/tags/v1.0', false, false],
  ['push', 'refs/heads/main2', false, false],
  ['pull_request', 'refs/pull/7/merge', false, false],
  // a pull request that was merged has the branch that it was merged into
  ['pull_request', 'refs/heads/main', false, false],
])('%s on %s publishes by tags: %s, by tags and branches: %s', (event, ref, byTags, byBoth) => {
  const contexts = { github: eventOf(event, ref), needs: { verify: { outputs: {} } } };
  for (const [publishOn, publishes] of [
    [TAGS, byTags],
    [BOTH, byBoth],
  ] as const) {
    const { verify, publish } = jobsOf({ publishOn, ...DISPATCH });
    expect(holds(publish.if, contexts, { success: true })).toBe(publishes);
    expect(holds(publish.if, contexts, { success: false })).toBe(false);
    expect(holds(stepOf(verify, 'Say what publishes').if, contexts, { success: true })).toBe(!publishes);
  }
});

test('a run that publishes nothing says so, and what would be', () => {
  const { verify } = jobsOf({ publishOn: BOTH, ...DISPATCH });
  const { env = {}, run = '' } = stepOf(verify, 'Say what publishes');
  const folder = mkdtempSync(join(tmpdir(), 'say-'));
  try {
    expect(runScript(run, folder, { ...env, GITHUB_REF: 'refs/heads/a"$(b)' })).toEqual({
      status: 0,
      log:
        '::notice title=Nothing is published::refs/heads/a"$(b) is built and checked only. What publishes: ' +
        "the tag v*, the branch main, the branch it's.\n",
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

describe('with a trigger for some of the releases', () => {
  const { verify, attest, publish } = jobsOf({ publishOn: TAGS.finalOnly() });

  test('the verify job says whether the tag is one of them', () => {
    expect(stepOf(verify, 'Verify the files')).toMatchObject({
      id: 'verify',
      env: { TAG_PATTERNS: 'final ^v*' },
    });
    expect(verify.outputs?.publish).toBe('${{ steps.verify.outputs.publish }}');
  });

  test.each([
    ['false', false],
    [undefined, true],
  ])('an output %p publishes: %s', (output, publishes) => {
    const needs = { verify: { outputs: { publish: output } } };
    for (const { if: condition } of [attest, publish]) {
      expect(holds(condition, { needs }, { success: true })).toBe(publishes);
    }
  });

  test('and other starts, both count', () => {
    const job = jobsOf({ publishOn: TAGS.finalOnly(), ...DISPATCH }).publish;
    const needs = { verify: { outputs: { publish: 'false' } } };
    const github = eventOf('push', 'refs/tags/v1.0rc1');
    expect(holds(job.if, { needs, github }, { success: true })).toBe(false);
    expect(holds(job.if, { needs: { verify: { outputs: {} } }, github }, { success: true })).toBe(true);
  });
});
