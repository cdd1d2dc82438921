import fc from 'fast-check';
import { GitHubPublisher, PublishTrigger, SubjectFormat, WorkflowHost } from '../../src';
import type { Trusted, When, Who } from './specification';

/** A role and what it publishes, as plain data. */
export interface Setup extends Trusted {
  readonly packages?: readonly string[];
  readonly host?: {
    readonly repository: string;
    readonly kind: 'branch' | 'tag' | 'commit';
    readonly ref: string;
  };
}

const WORKFLOW = '.github/workflows/codeartifact_python.yml';
const word = fc.stringMatching(/^[a-z][a-z0-9]{1,5}$/);
const id = fc.integer({ min: 1, max: 99_999 }).map(String);
const joined = (separators: string[], ...parts: fc.Arbitrary<string>[]) =>
  fc.tuple(...parts, fc.constantFrom(...separators)).map((all) => all.slice(0, -1).join(all.at(-1)));

const who: fc.Arbitrary<Who> = fc
  .record({
    owner: joined(['-', ''], word, word),
    repository: joined(['-', '_', '.'], word, word).map((name) => name.replace(/\.git$/, '.gi')),
    ownerId: id,
    repositoryId: id,
    ids: fc.constantFrom('both', 'repository', 'owner', 'none'),
    form: fc.constantFrom<Who['form']>(undefined, 'classic', 'immutable', 'both'),
  })
  .map(({ owner, repository, ids, form, ...rest }) => ({
    owner,
    repository,
    ownerId: ids === 'both' || ids === 'owner' ? rest.ownerId : undefined,
    repositoryId: ids === 'both' || ids === 'repository' ? rest.repositoryId : undefined,
    form: ids === 'both' ? form : undefined,
  }));

const tag = fc.oneof(
  fc.constantFrom('v*', 'v*.*.*'),
  word.map((name) => `${name}-v*`),
  fc.tuple(word, fc.nat(9)).map(([name, major]) => `${name}/${major}.*`),
);
const branch = joined(['/', '-', '.'], word, word).map((name) => name.replace(/\.lock$/, '.loc'));
const environment = joined(['-', ' ', ': ', ':'], word, word);
const refs = fc.oneof(
  fc.record({ tags: fc.uniqueArray(tag, { minLength: 1, maxLength: 2 }) }),
  fc.record({ branches: fc.uniqueArray(branch, { minLength: 1, maxLength: 2 }) }),
  fc.record({ tags: fc.uniqueArray(tag, { minLength: 1, maxLength: 2 }), branches: fc.tuple(branch) }),
);
const when: fc.Arbitrary<When> = fc.oneof(
  { weight: 3, arbitrary: refs },
  { weight: 2, arbitrary: fc.tuple(refs, environment).map(([on, name]) => ({ ...on, environment: name })) },
  { weight: 1, arbitrary: fc.constant({ isAny: true }) },
);

const host = fc.oneof(
  fc.record({
    repository: joined(['/'], word, word),
    kind: fc.constantFrom('branch' as const, 'tag' as const),
    ref: branch,
  }),
  fc.record({
    repository: joined(['/'], word, word),
    kind: fc.constant('commit' as const),
    ref: fc.constant('a1'.repeat(20)),
  }),
);
const packages = fc.uniqueArray(
  fc.oneof(
    word.map((name) => `${name}-*`),
    joined(['-', '_', '.'], word, word),
  ),
  {
    minLength: 1,
    maxLength: 3,
  },
);

export const setups: fc.Arbitrary<Setup> = fc
  .record({
    who: fc.uniqueArray(who, {
      minLength: 1,
      maxLength: 3,
      selector: ({ owner, repository }) => `${owner}/${repository}`,
    }),
    organization: fc.option(fc.record({ owner: word, ownerId: id }), { freq: 3 }),
    when,
    host: fc.option(host, { nil: undefined }),
    actorIds: fc.option(fc.uniqueArray(id, { minLength: 1, maxLength: 2 }), { nil: undefined, freq: 3 }),
    packages: fc.option(packages, { nil: undefined }),
  })
  .map(({ organization, ...one }) => ({
    ...one,
    who: organization && one.host ? [...one.who, organization] : one.who,
    calledWorkflow: one.host && calledWorkflow(one.host),
  }));

function calledWorkflow({ repository, kind, ref }: NonNullable<Setup['host']>): string {
  const full = { branch: `refs/heads/${ref}`, tag: `refs/tags/${ref}`, commit: ref }[kind];
  return `${repository}/${WORKFLOW}@${full}`;
}

const FORMATS = {
  classic: SubjectFormat.CLASSIC,
  immutable: SubjectFormat.IMMUTABLE,
  both: SubjectFormat.BOTH,
};

/** The same as a user of the library writes it. */
export function propsOf(setup: Setup) {
  return {
    publishers: setup.who.map(publisherOf),
    publishOn: triggerOf(setup.when),
    packages: setup.packages && [...setup.packages],
    workflowHost: setup.host && WorkflowHost[setup.host.kind](setup.host.repository, setup.host.ref),
    requiredClaims: setup.actorIds && { actorIds: [...setup.actorIds] },
  };
}

function publisherOf({ owner, repository, ownerId, repositoryId, form }: Who): GitHubPublisher {
  if (repository === undefined) return GitHubPublisher.organization(owner, { ownerId: String(ownerId) });
  return GitHubPublisher.repository(`${owner}/${repository}`, {
    ownerId,
    repositoryId,
    subjectFormat: form && FORMATS[form],
  });
}

function triggerOf({ tags = [], branches = [], environment: name, isAny }: When): PublishTrigger {
  if (isAny) return PublishTrigger.anyRef();
  const triggers = [
    ...(tags.length > 0 ? [PublishTrigger.tags(...tags)] : []),
    ...(branches.length > 0 ? [PublishTrigger.branches(...branches)] : []),
  ];
  const startedBy = PublishTrigger.anyOf(...triggers);
  return name === undefined ? startedBy : PublishTrigger.environment(name, { startedBy });
}
