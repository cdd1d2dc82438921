import * as fc from 'fast-check';
import { GitHubPublisher, PublishTrigger } from '../../../src';
import { accepted, anyText } from '../../support/inputs';
import { publishRole } from '../../support/publish-role';
import { expectRefusal } from '../../support/refusals';
import { newStack } from '../../support/stacks';
import { tokenText } from '../../support/tokens';
import { trustOf } from '../../support/trust';

function rendered(trigger: PublishTrigger) {
  return {
    on: trigger._pushFilter(),
    environment: trigger._environment(),
    contexts: trigger._contexts(),
    claims: trigger._claims(),
    isAnyRef: trigger._isAnyRef(),
  };
}

describe('a trigger', () => {
  test('by tags is the same pattern in the workflow, the subject and the claim', () => {
    expect(rendered(PublishTrigger.tags('v*', 'final'))).toEqual({
      on: { tags: ['v*', 'final'] },
      environment: undefined,
      contexts: ['ref:refs/tags/v*', 'ref:refs/tags/final'],
      claims: { ref: ['refs/tags/v*', 'refs/tags/final'] },
      isAnyRef: false,
    });
  });

  test('by tags without a pattern is the one of versions', () => {
    expect(PublishTrigger.tags()._pushFilter()).toEqual({ tags: ['v*.*.*'] });
    expect(PublishTrigger.tags()._contexts()).toEqual(['ref:refs/tags/v*.*.*']);
  });

  test('by a branch is its exact name, escaped where GitHub would read it as a pattern', () => {
    expect(rendered(PublishTrigger.branch('release+1/x'))).toEqual({
      on: { branches: ['release\\+1/x'] },
      environment: undefined,
      contexts: ['ref:refs/heads/release+1/x'],
      claims: { ref: ['refs/heads/release+1/x'] },
      isAnyRef: false,
    });
  });

  test('by an environment is its name, with the colon as GitHub writes it in the subject', () => {
    expect(rendered(PublishTrigger.environment('prod:eu'))).toEqual({
      on: { tags: ['v*.*.*'] },
      environment: 'prod:eu',
      contexts: ['environment:prod%3Aeu'],
      claims: { ref: ['refs/tags/v*.*.*'], environment: ['prod:eu'] },
      isAnyRef: false,
    });
  });

  test('by an environment is started by what it is told', () => {
    const startedBy = PublishTrigger.branch('main');
    const trigger = PublishTrigger.environment('release', Object.freeze({ startedBy }));
    expect(trigger._pushFilter()).toEqual({ branches: ['main'] });
    expect(trigger._contexts()).toEqual(['environment:release']);
    expect(trigger._claimsBesideSubject()).toEqual({ ref: ['refs/heads/main'] });
  });

  test('by any ref is everything of the publisher, and says so', () => {
    expect(rendered(PublishTrigger.anyRef())).toEqual({
      on: { tags: ['v*.*.*'] },
      environment: undefined,
      contexts: ['*'],
      claims: {},
      isAnyRef: true,
    });
  });

  test.each([
    ['tags', (text: string) => PublishTrigger.tags(text), 'ref:refs/tags/x'],
    ['branch', (text: string) => PublishTrigger.branch(text), 'ref:refs/heads/x'],
    ['environment', (text: string) => PublishTrigger.environment(text), 'environment:x'],
  ])('by %s may be left to deployment', (_kind, create, context) => {
    const stack = newStack();
    const publishOn = create(tokenText(stack));
    publishRole(stack, { publishOn });
    const [{ conditions }] = trustOf(stack, { parameters: { Parameter: 'x' } });
    expect(Object.values(conditions.StringEquals)).toContainEqual([`repo:acme/orders-sdk:${context}`]);
  });

  test('by an environment may not be started by another', () => {
    const startedBy = PublishTrigger.environment('staging');
    expectRefusal(
      () => PublishTrigger.environment('release', { startedBy }),
      'PublishTrigger.environment startedBy "staging" is an environment as well, and a job has one.',
      'Allowed: PublishTrigger.tags or PublishTrigger.branch.',
    );
  });

  test('by an environment may not be started by any ref, which would leave the ref open', () => {
    expectRefusal(
      () => PublishTrigger.environment('release', { startedBy: PublishTrigger.anyRef() }),
      'PublishTrigger.environment startedBy "PublishTrigger.anyRef()" is what a role can trust, and nothing that starts a workflow.',
      'Allowed: PublishTrigger.tags or PublishTrigger.branch.',
    );
  });

  test.each([
    ['tags', () => PublishTrigger.tags('v*', ''), 'PublishTrigger.tags "" is empty.'],
    ['branch', () => PublishTrigger.branch('release/*'), 'PublishTrigger.branch "release/*" has a wildcard'],
    ['environment', () => PublishTrigger.environment('*'), 'PublishTrigger.environment "*" has a wildcard'],
  ])('by %s checks what it is given', (_kind, create, message) => {
    expect(create).toThrow(message);
  });
});

describe('the subject of any publisher and any trigger', () => {
  const trigger = fc.oneof(
    fc.array(anyText, { maxLength: 3 }).map((patterns) => () => PublishTrigger.tags(...patterns)),
    anyText.map((text) => () => PublishTrigger.tags(`v*${text}`)),
    anyText.map((text) => () => PublishTrigger.branch(text)),
    anyText.map((text) => () => PublishTrigger.environment(text)),
  );

  test('never ends in `:*`, and has no wildcard but in the pattern of tags', () => {
    fc.assert(
      fc.property(trigger, (create) => {
        for (const context of accepted(create)?._contexts() ?? []) {
          const subject = `${GitHubPublisher.repository('acme/orders-sdk')._identity().subjects[0]}:${context}`;
          expect(subject).not.toMatch(/:\*$/);
          expect(subject).not.toContain('?');
          expect(subject).not.toContain('${');
          if (!context.startsWith('ref:refs/tags/')) expect(subject).not.toContain('*');
          // the colons of the form alone: repo, owner/name, kind, value
          expect(subject.split(':')).toHaveLength(context.startsWith('ref:') ? 4 : 4);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
