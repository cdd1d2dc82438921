import * as fc from 'fast-check';
import { GitHubPublisher, PublishTrigger } from '../../../src';
import { ANY_TAG } from '../../../src/github/trigger/releases';
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
    tags: trigger._readableTags(),
    isAnyRef: trigger._isAnyRef(),
  };
}

describe('a trigger', () => {
  test('by tags is the same pattern in the workflow, the subject and the claim', () => {
    expect(rendered(PublishTrigger.tags('v*', 'sdk-*'))).toEqual({
      on: { tags: ['v*', 'sdk-*'] },
      environment: undefined,
      contexts: ['ref:refs/tags/v*', 'ref:refs/tags/sdk-*'],
      claims: { ref: ['refs/tags/v*', 'refs/tags/sdk-*'] },
      tags: ['all ^v*', 'all sdk-^*'],
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
      tags: ANY_TAG,
      isAnyRef: false,
    });
  });

  test('by an environment is its name, with the colon as GitHub writes it in the subject', () => {
    expect(rendered(PublishTrigger.environment('prod:eu'))).toEqual({
      on: { tags: ['v*.*.*'] },
      environment: 'prod:eu',
      contexts: ['environment:prod%3Aeu'],
      claims: { ref: ['refs/tags/v*.*.*'], environment: ['prod:eu'] },
      tags: ['all ^v*.*.*'],
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
      tags: ANY_TAG,
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
      'Allowed: PublishTrigger.tags, PublishTrigger.branches or PublishTrigger.anyOf of them.',
    );
  });

  test('by an environment may not be started by any ref, which would leave the ref open', () => {
    expectRefusal(
      () => PublishTrigger.environment('release', { startedBy: PublishTrigger.anyRef() }),
      'PublishTrigger.environment startedBy "PublishTrigger.anyRef()" is what a role can trust, and nothing that starts a workflow.',
      'Allowed: PublishTrigger.tags, PublishTrigger.branches or PublishTrigger.anyOf of them.',
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

describe('a trigger by several branches', () => {
  test('is their exact names, each once', () => {
    const trigger = PublishTrigger.branches('main', 'release/1.x', 'main');
    expect(rendered(trigger)).toEqual({
      on: { branches: ['main', 'release/1.x'] },
      environment: undefined,
      contexts: ['ref:refs/heads/main', 'ref:refs/heads/release/1.x'],
      claims: { ref: ['refs/heads/main', 'refs/heads/release/1.x'] },
      tags: ANY_TAG,
      isAnyRef: false,
    });
    expect(rendered(PublishTrigger.branches('a+b'))).toEqual(rendered(PublishTrigger.branch('a+b')));
  });

  test('needs a name, and takes no pattern', () => {
    expectRefusal(
      () => PublishTrigger.branches(),
      'PublishTrigger.branches [] is empty, so that nothing would be published.',
      'Allowed: at least one.',
    );
    expect(() => PublishTrigger.branches('main', 'release/*')).toThrow(
      'PublishTrigger.branches "release/*" has a wildcard',
    );
  });
});

describe('a trigger by any of several', () => {
  const tags = PublishTrigger.tags('v*').finalOnly();
  const main = PublishTrigger.branch('main');

  test('is all of what each says, each once', () => {
    expect(rendered(PublishTrigger.anyOf(main, tags, PublishTrigger.tags('nightly-*'), main))).toEqual({
      on: { tags: ['v*', 'nightly-*'], branches: ['main'] },
      environment: undefined,
      contexts: ['ref:refs/tags/v*', 'ref:refs/tags/nightly-*', 'ref:refs/heads/main'],
      claims: { ref: ['refs/tags/v*', 'refs/tags/nightly-*', 'refs/heads/main'] },
      tags: ['final ^v*', 'all nightly-^*'],
      isAnyRef: false,
    });
  });

  test('may start an environment, and be of one environment', () => {
    const one = PublishTrigger.environment('release', { startedBy: PublishTrigger.anyOf(tags, main) });
    const two = PublishTrigger.anyOf(
      PublishTrigger.environment('release', { startedBy: tags }),
      PublishTrigger.environment('release', { startedBy: main }),
    );
    expect(rendered(two)).toEqual(rendered(one));
    expect(two._contexts()).toEqual(['environment:release']);
    expect(two._claimsBesideSubject()).toEqual({ ref: ['refs/tags/v*', 'refs/heads/main'] });
  });

  test.each([
    [
      'two environments',
      [PublishTrigger.environment('release'), PublishTrigger.environment('staging')],
      '["release","staging"]',
    ],
    [
      'an environment and none',
      [main, PublishTrigger.environment('release')],
      '["no environment","release"]',
    ],
  ])('is refused for %s', (_what, triggers, given) => {
    expectRefusal(
      () => PublishTrigger.anyOf(...triggers),
      `PublishTrigger.anyOf ${given} are to be environments of one job, which has one or none.`,
      "Write instead: PublishTrigger.environment('release', { startedBy: PublishTrigger.anyOf(...) }).",
      'See https://docs.github.com/en/actions/reference/workflows-and-actions/deployments-and-environments',
    );
  });

  test('is refused for what is no trigger', () => {
    expect(() => PublishTrigger.anyOf(main, 'v*' as unknown as PublishTrigger)).toThrow(
      'PublishTrigger.anyOf[1] "v*" is a text. Allowed: a PublishTrigger. Write instead: PublishTrigger.tags(\'v*.*.*\').',
    );
  });

  test('is refused for none, and for any ref', () => {
    expectRefusal(
      () => PublishTrigger.anyOf(),
      'PublishTrigger.anyOf [] is empty, so that nothing would be published.',
      'Allowed: at least one.',
    );
    expectRefusal(
      () => PublishTrigger.anyOf(main, PublishTrigger.anyRef()),
      'PublishTrigger.anyOf "PublishTrigger.anyRef()" stands beside other triggers, and is each of them already.',
      'Allowed: triggers by tags, branches and one environment.',
    );
  });
});

describe('a trigger by some of the releases', () => {
  test.each([
    ['final', PublishTrigger.tags('v*', 'sdk-*').finalOnly()],
    ['pre', PublishTrigger.tags('v*', 'sdk-*').preReleasesOnly()],
  ])('%s differs in what the script reads, and in nothing that IAM can express', (releases, trigger) => {
    expect(rendered(trigger)).toEqual({
      ...rendered(PublishTrigger.tags('v*', 'sdk-*')),
      tags: [`${releases} ^v*`, `${releases} sdk-^*`],
    });
  });

  test('may be in an environment, on either side', () => {
    const inside = PublishTrigger.environment('release', {
      startedBy: PublishTrigger.tags('v*').finalOnly(),
    });
    const outside = PublishTrigger.environment('release', {
      startedBy: PublishTrigger.tags('v*'),
    }).finalOnly();
    expect(rendered(outside)).toEqual(rendered(inside));
    expect(inside._readableTags()).toEqual(['final ^v*']);
    expect(inside._environment()).toBe('release');
  });

  test('leaves branches beside the tags alone, and the trigger that it is made of', () => {
    const both = PublishTrigger.anyOf(PublishTrigger.tags('v*'), PublishTrigger.branch('main'));
    expect(both.preReleasesOnly()._pushFilter()).toEqual({ tags: ['v*'], branches: ['main'] });
    expect(both._readableTags()).toEqual(['all ^v*']);
  });

  test.each([
    ['PublishTrigger.anyRef()', PublishTrigger.anyRef(), '"PublishTrigger.anyRef()"'],
    ['a branch', PublishTrigger.branch('main'), '["main"]'],
  ])('is refused for %s', (_what, trigger, given) => {
    expectRefusal(
      () => trigger.finalOnly(),
      `PublishTrigger finalOnly ${given} is no trigger by tags.`,
      "Allowed: a trigger by tags, as in PublishTrigger.tags('v*').finalOnly().",
    );
  });

  test('is refused for the other ones', () => {
    expectRefusal(
      () => PublishTrigger.tags('v*').finalOnly().preReleasesOnly(),
      'PublishTrigger preReleasesOnly ["v*"] is limited to the other releases already.',
      "Allowed: a trigger by tags, as in PublishTrigger.tags('v*').preReleasesOnly().",
    );
    expect(PublishTrigger.tags().finalOnly().finalOnly()._readableTags()).toEqual(['final ^v*.*.*']);
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
          const subject = `${GitHubPublisher.repository('acme/orders-sdk')._publisherIdentity().subjects[0]}:${context}`;
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
