import { Fn, RemovalPolicy, type Stack } from 'aws-cdk-lib';
import { Domain, Repository } from '../../../src';
import { InternalPackages } from '../../../src/codeartifact/package/internal-packages';
import { deploy } from '../../support/deployed';
import { newStack } from '../../support/stacks';
import { tokenText } from '../../support/tokens';

const TYPE = 'AWS::CodeArtifact::PackageGroup';

function internalPackages(stack: Stack, ofRepository?: RemovalPolicy, own?: RemovalPolicy): InternalPackages {
  const domain = Domain.fromDomainAttributes(stack, 'Domain', { domainName: 'acme' });
  const repositoryName = 'python';
  const repository = new Repository(stack, 'Repository', {
    domain,
    repositoryName,
    removalPolicy: ofRepository,
  });
  return new InternalPackages(stack, 'PackageGroups', { domain, repository, removalPolicy: own });
}

describe('internal packages', () => {
  test('may be published to one repository, come from upstreams, and never from a public registry', () => {
    const stack = newStack();
    internalPackages(stack).add('acme-*');
    const [group] = deploy(stack).filter(({ type }) => type === TYPE);
    expect(group.properties).toEqual({
      DomainName: 'acme',
      Pattern: '/pypi//acme-*',
      OriginConfiguration: {
        Restrictions: {
          Publish: { RestrictionMode: 'ALLOW_SPECIFIC_REPOSITORIES', Repositories: ['python'] },
          ExternalUpstream: { RestrictionMode: 'BLOCK' },
          InternalUpstream: { RestrictionMode: 'ALLOW' },
        },
      },
    });
  });

  test('have one group for all spellings, in a place of its name', () => {
    const stack = newStack();
    const packages = internalPackages(stack);
    const group = packages.add('Orders_SDK');
    expect(packages.add('orders-sdk')).toBe(group);
    expect(packages.add('acme-*')).not.toBe(group);
    expect(packages.node.children.map(({ node }) => node.path)).toEqual([
      'Stack/PackageGroups/orders-sdk',
      'Stack/PackageGroups/acme-*',
    ]);
  });

  test('have the same logical id in every synthesis, also where only deployment knows the name', () => {
    const logicalIdAfter = (tokens: number) => {
      const stack = newStack();
      for (let index = 0; index < tokens; index++) Fn.join('', [Fn.ref('AWS::Region'), String(index)]);
      internalPackages(stack).add(tokenText(stack));
      return deploy(stack, { parameters: { Parameter: 'acme' } }).find(({ type }) => type === TYPE)
        ?.logicalId;
    };
    expect(logicalIdAfter(3)).toBe(logicalIdAfter(0));
  });

  test.each([
    [RemovalPolicy.DESTROY, undefined, 'Delete'],
    [RemovalPolicy.RETAIN, undefined, 'Retain'],
    [RemovalPolicy.RETAIN, RemovalPolicy.DESTROY, 'Delete'],
  ])('of a repository with %p have their own %p, and are kept as %p', (ofRepository, own, expected) => {
    const stack = newStack();
    internalPackages(stack, ofRepository, own).add('acme-*');
    expect(deploy(stack).find(({ type }) => type === TYPE)?.deletionPolicy).toBe(expected);
  });

  test('are refused by their own place', () => {
    expect(() => internalPackages(newStack()).add('*')).toThrow('(construct Stack/PackageGroups)');
  });
});
