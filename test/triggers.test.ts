import { parse } from 'yaml';
import { claimsOf } from '../rehearsal/github/claims';
import type { RunEvent } from '../rehearsal/github/repository';
import { holds, interpolate } from '../rehearsal/runner/expressions';
import { starts } from '../rehearsal/runner/trigger';
import type { Workflow } from '../rehearsal/runner/workflow';
import {
  GitHubOidcProvider,
  GitHubPublisher,
  PackagePublisher,
  PublishTrigger,
  type PublishWorkflowOptions,
  WorkflowHost,
} from '../src';
import { acmePython } from './support/publish-role';
import { ACME, newStack } from './support/stacks';
import { trustOf, trustSizeOf, trusts } from './support/trust';

const IDS = { ownerId: '1234', repositoryId: '5678' };
const HOST = WorkflowHost.branch('acme/platform', 'main');
const HOST_REF = 'acme/platform/.github/workflows/codeartifact_python.yml@refs/heads/main';
const OWN_REF = 'acme/orders-sdk/.github/workflows/codeartifact_python.yml@refs/heads/main';

const IDENTITIES = {
  'a repository': { publisher: GitHubPublisher.repository('acme/orders-sdk', IDS), host: undefined },
  'a repository with a host': { publisher: GitHubPublisher.repository('acme/orders-sdk', IDS), host: HOST },
  'an organization with a host': { publisher: GitHubPublisher.organization('acme', IDS), host: HOST },
};

const push = (ref: string): RunEvent => ({ name: 'push', ref });
const dispatch = (ref: string): RunEvent => ({ name: 'workflow_dispatch', ref });
const PULL_REQUEST: RunEvent = { name: 'pull_request', ref: 'refs/pull/7/merge' };
const EVENTS = [
  push('refs/tags/v1.0.0'),
  push('refs/tags/v1.0.0rc1'),
  push('refs/tags/orders-v1.0.0'),
  push('refs/tags/orders/v1.0.0'),
  push('refs/tags/latest'),
  push('refs/heads/main'),
  push('refs/heads/release/1.x'),
  push('refs/heads/feature/a'),
  dispatch('refs/tags/v1.0.0'),
  dispatch('refs/heads/main'),
  dispatch('refs/heads/feature/a'),
  PULL_REQUEST,
];

const OTHERS: PublishWorkflowOptions = {
  workflowDispatch: true,
  dryRun: { pullRequests: true, branches: ['feature/**', 'main2'] },
};
const TRIGGERS: Record<string, { publishOn: PublishTrigger; published: RunEvent[]; refs: string[] }> = {
  tags: {
    publishOn: PublishTrigger.tags('v*', '*-v*.*.*'),
    published: EVENTS.slice(0, 3),
    refs: ['refs/tags/v*', 'refs/tags/*-v*.*.*'],
  },
  'final releases': {
    publishOn: PublishTrigger.tags('v*').finalOnly(),
    published: EVENTS.slice(0, 2),
    refs: ['refs/tags/v*'],
  },
  branches: {
    publishOn: PublishTrigger.branches('main', 'release/1.x'),
    published: EVENTS.slice(5, 7),
    refs: ['refs/heads/main', 'refs/heads/release/1.x'],
  },
  'tags and a branch': {
    publishOn: PublishTrigger.anyOf(PublishTrigger.tags('v*'), PublishTrigger.branch('main')),
    published: [...EVENTS.slice(0, 2), EVENTS[5]],
    refs: ['refs/tags/v*', 'refs/heads/main'],
  },
  'an environment of tags and a branch': {
    publishOn: PublishTrigger.environment('release', {
      startedBy: PublishTrigger.anyOf(PublishTrigger.tags('v*'), PublishTrigger.branch('main')),
    }),
    published: [...EVENTS.slice(0, 2), EVENTS[5]],
    refs: ['refs/tags/v*', 'refs/heads/main'],
  },
};

function setUp(
  publishOn: PublishTrigger,
  identity: keyof typeof IDENTITIES,
  options: PublishWorkflowOptions = {},
) {
  const stack = newStack(ACME);
  const { publisher, host } = IDENTITIES[identity];
  const { workflow } = new PackagePublisher(stack, 'Publisher', {
    repository: acmePython(stack),
    oidcProvider: GitHubOidcProvider.fromAccount(stack, 'Provider'),
    publishers: [publisher],
    publishOn,
    workflow: { ...options, host },
  });
  const [caller, reusable]: Workflow[] = [workflow.caller, workflow.reusable].map(({ text }) => parse(text));
  const trust = trustOf(stack);
  const job = reusable.jobs.publish;
  return {
    caller,
    job,
    size: trustSizeOf(stack),
    publishes: (event: RunEvent) => holds(job.if, contextsOf(event), { success: true }),
    isTrusted: (event: RunEvent, immutableSubject = false) => {
      const repository = { name: 'acme/orders-sdk', ...IDS, immutableSubject };
      const environment = job.environment as string | undefined;
      const jobWorkflowRef = host ? HOST_REF : OWN_REF;
      return trusts(
        trust,
        claimsOf({ repository, event, environment, workflowRef: OWN_REF, jobWorkflowRef }),
      );
    },
    group: (event: RunEvent) => {
      const { group } = (job as unknown as { concurrency: { group: string } }).concurrency;
      return interpolate(group, { ...contextsOf(event), inputs: { working_directory: '.' } });
    },
  };
}

function contextsOf({ name, ref }: RunEvent) {
  const ref_type = ref.startsWith('refs/tags/') ? 'tag' : 'branch';
  const github = { event_name: name, ref, ref_type, workflow: 'Publish', sha: '0'.repeat(40) };
  return { github, needs: { build: { outputs: {} } } };
}

const same = (one: RunEvent) => (other: RunEvent) => one.name === other.name && one.ref === other.ref;

describe.each(Object.entries(TRIGGERS))('a trigger by %s', (_name, { publishOn, published, refs }) => {
  describe.each(Object.keys(IDENTITIES) as (keyof typeof IDENTITIES)[])('for %s', (identity) => {
    test('starts on what it trusts and trusts what it starts on, in either form of the subject', () => {
      const setup = setUp(publishOn, identity);
      expect(EVENTS.filter((event) => starts(setup.caller, event))).toEqual(published);
      for (const event of published) {
        expect([setup.publishes(event), setup.isTrusted(event), setup.isTrusted(event, true)]).toEqual([
          true,
          true,
          true,
        ]);
      }
      expect(EVENTS.filter((event) => setup.isTrusted(event))).toEqual(
        EVENTS.filter(
          ({ name, ref }) => name !== 'pull_request' && published.some((event) => event.ref === ref),
        ),
      );
    });

    test('trusts nothing more where others may start it, and lets nobody else come to the role', () => {
      const setup = setUp(publishOn, identity, OTHERS);
      const usual = setUp(publishOn, identity);
      expect(EVENTS.map((event) => setup.isTrusted(event))).toEqual(
        EVENTS.map((event) => usual.isTrusted(event)),
      );
      expect(setup.size).toBe(usual.size);
      const started = EVENTS.filter((event) => starts(setup.caller, event));
      expect(started).toEqual(
        EVENTS.filter(
          (event) => event.name !== 'push' || published.some(same(event)) || event.ref.endsWith('feature/a'),
        ),
      );
      for (const event of started) expect(setup.publishes(event)).toBe(setup.isTrusted(event));
    });

    test('keeps the trust policy small', () => {
      expect(setUp(publishOn, identity).size).toBeLessThan(800);
    });
  });

  test('is the refs that it names', () => {
    expect(publishOn._claims().ref).toEqual(refs);
  });

  test('makes a push and a dispatch of one tag wait for each other, and of no other ref', () => {
    const { group } = setUp(publishOn, 'a repository', OTHERS);
    expect(group(EVENTS[0])).toBe(group(EVENTS[8]));
    expect(new Set(EVENTS.map(group)).size).toBe(new Set(EVENTS.map(({ ref }) => ref)).size);
  });
});
