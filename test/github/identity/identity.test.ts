import * as fc from 'fast-check';
import { GitHubPublisher, SubjectFormat } from '../../../src';
import {
  type GitHubRepositoryOptions,
  isOrganization,
  isRecyclable,
  organizationIdentity,
  repositoryIdentity,
} from '../../../src/github/identity/identity';
import { deploy } from '../../support/deployed';
import { accepted, anyText } from '../../support/inputs';
import { publishRole } from '../../support/publish-role';
import { expectRefusal } from '../../support/refusals';
import { newStack } from '../../support/stacks';
import { tokenText } from '../../support/tokens';
import { trustOf } from '../../support/trust';

const PROPERTY = 'GitHubPublisher.repository';
const ORGANIZATION = 'GitHubPublisher.organization';
const BOTH = { ownerId: '1234', repositoryId: '5678' };
const CLASSIC_SUB = 'repo:acme/orders-sdk';
const IMMUTABLE_SUB = 'repo:acme@1234/orders-sdk@5678';

describe('a repository as an identity', () => {
  test.each<[GitHubRepositoryOptions, string[], object, boolean]>([
    [{}, [CLASSIC_SUB], {}, true],
    [{ ownerId: '1234' }, [CLASSIC_SUB], { repository_owner_id: '1234' }, false],
    [{ repositoryId: '5678' }, [CLASSIC_SUB], { repository_id: '5678' }, false],
    [BOTH, [CLASSIC_SUB, IMMUTABLE_SUB], { repository_id: '5678' }, false],
    [
      { ...BOTH, subjectFormat: SubjectFormat.BOTH },
      [CLASSIC_SUB, IMMUTABLE_SUB],
      { repository_id: '5678' },
      false,
    ],
    [{ ...BOTH, subjectFormat: SubjectFormat.CLASSIC }, [CLASSIC_SUB], { repository_id: '5678' }, false],
    [{ ...BOTH, subjectFormat: SubjectFormat.IMMUTABLE }, [IMMUTABLE_SUB], { repository_id: '5678' }, false],
    [{ subjectFormat: SubjectFormat.CLASSIC }, [CLASSIC_SUB], {}, true],
  ])('with %j has the subjects %j and the claims %j', (options, subjects, claims, recyclable) => {
    const identity = repositoryIdentity(PROPERTY, 'acme/orders-sdk', Object.freeze(options));
    const lacksId = subjects.length === 1 && options.subjectFormat === undefined;
    expect(identity).toEqual({ name: 'acme/orders-sdk', subjects, claims, lacksId });
    expect([isOrganization(identity), isRecyclable(identity)]).toEqual([false, recyclable]);
  });

  test('keeps the case of its name, which GitHub puts into the subject', () => {
    expect(repositoryIdentity(PROPERTY, 'Acme/Orders-SDK', {}).subjects).toEqual(['repo:Acme/Orders-SDK']);
  });

  test('may be left to deployment, as a whole and with its ids', () => {
    const stack = newStack();
    const token = tokenText(stack);
    const ids = { ownerId: token, repositoryId: token };
    publishRole(stack, { publishers: [GitHubPublisher.repository(token, ids)] });
    const deployment = { parameters: { Parameter: 'acme/orders-sdk' } };
    // one parameter stands for all three here
    expect(Object.values(trustOf(stack, deployment)[0].conditions.StringLike)).toEqual([
      [
        'repo:acme/orders-sdk:ref:refs/tags/v*.*.*',
        'repo:acme@acme/orders-sdk/orders-sdk@acme/orders-sdk:ref:refs/tags/v*.*.*',
      ],
    ]);
    expect(JSON.stringify(deploy(stack, deployment))).not.toContain('Token[');
  });

  test.each([
    [{ subjectFormat: SubjectFormat.IMMUTABLE }, 'immutable'],
    [{ subjectFormat: SubjectFormat.BOTH, ownerId: '1234' }, 'both'],
    [{ subjectFormat: SubjectFormat.IMMUTABLE, repositoryId: '5678' }, 'immutable'],
  ])('with %j is refused', (options, format) => {
    expectRefusal(
      () => repositoryIdentity(PROPERTY, 'acme/orders-sdk', options),
      `GitHubPublisher.repository subjectFormat "${format}" needs ownerId and repositoryId, which stand in the ` +
        'immutable subject of acme/orders-sdk.',
      'Write instead: both ids, as `npx cdk-python-artifact-pipeline ids acme/orders-sdk` ' + 'prints them.',
      'See https://docs.github.com/en/actions/reference/security/oidc#immutable-subject-claims',
    );
  });

  test.each([
    [{ ownerId: '' }, 'ownerId ""'],
    [{ ownerId: '*' }, 'ownerId "*"'],
    [{ repositoryId: '' }, 'repositoryId ""'],
    [{ ownerId: '1234', repositoryId: '5678*' }, 'repositoryId "5678*"'],
  ])('with the ids %j is refused', (options, what) => {
    expect(() => repositoryIdentity(PROPERTY, 'acme/orders-sdk', options)).toThrow(
      `GitHubPublisher.repository ${what} is not an id that GitHub gives.`,
    );
  });

  test('never trusts more than one owner and name, whatever is given', () => {
    const options = fc.record({ ownerId: anyText, repositoryId: anyText }, { requiredKeys: [] });
    const repository = fc.oneof(anyText, fc.constant('acme/orders-sdk'));
    fc.assert(
      fc.property(repository, options, (name, ids) => {
        const identity = accepted(() => repositoryIdentity(PROPERTY, name, ids));
        for (const subject of identity?.subjects ?? []) {
          expect(subject).toMatch(/^repo:[A-Za-z0-9_-]+(@\d+)?\/[A-Za-z0-9._-]+(@\d+)?$/);
        }
        for (const value of Object.values(identity?.claims ?? {})) expect(value).toMatch(/^[1-9]\d*$/);
      }),
      { numRuns: 500 },
    );
  });
});

describe('an organization as an identity', () => {
  test('is known by its id, and by no subject', () => {
    const identity = organizationIdentity(ORGANIZATION, 'acme', { ownerId: '1234' });
    expect(identity).toEqual({
      name: 'acme',
      subjects: [],
      claims: { repository_owner_id: '1234' },
      lacksId: false,
    });
    expect([isOrganization(identity), isRecyclable(identity)]).toEqual([true, false]);
  });

  test.each([undefined, '', '*'])('is refused with the id %p', (id) => {
    const ownerId = id as string;
    const given = id === undefined ? '(not given)' : JSON.stringify(id);
    expect(() => organizationIdentity(ORGANIZATION, 'acme', { ownerId })).toThrow(
      `GitHubPublisher.organization ownerId ${given} is not an id that GitHub gives.`,
    );
  });

  test.each(['*', 'acme/orders-sdk', ''])('is refused with the name %j', (name) => {
    expect(() => organizationIdentity(ORGANIZATION, name, { ownerId: '1234' })).toThrow(
      `GitHubPublisher.organization ${JSON.stringify(name)} is not the name of a GitHub user or organization.`,
    );
  });
});
