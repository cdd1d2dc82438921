import { Domain, OriginRestriction, Repository } from '../../../src';
import { expectRefusal } from '../../support/refusals';
import { newStack } from '../../support/stacks';

describe('an origin restriction', () => {
  test.each([
    [OriginRestriction.allow(), 'ALLOW'],
    [OriginRestriction.block(), 'BLOCK'],
    [OriginRestriction.inherit(), 'INHERIT'],
  ])('%# names no repositories', (restriction, restrictionMode) => {
    expect(restriction._render()).toEqual({ restrictionMode });
  });

  test('to repositories names them in order', () => {
    const stack = newStack();
    const domain = Domain.fromDomainAttributes(stack, 'Domain', { domainName: 'acme' });
    const repositories = ['python', 'internal'].map((repositoryName) =>
      Repository.fromRepositoryAttributes(stack, repositoryName, { domain, repositoryName }),
    );
    expect(OriginRestriction.allowRepositories(...repositories)._render()).toEqual({
      restrictionMode: 'ALLOW_SPECIFIC_REPOSITORIES',
      repositories: ['python', 'internal'],
    });
  });

  test('to no repositories is refused', () => {
    expectRefusal(
      () => OriginRestriction.allowRepositories(),
      'OriginRestriction.allowRepositories [] names no repository.',
      'Write instead: OriginRestriction.block().',
    );
  });
});
