import { effectiveMode } from '.';
import { readPackageGroup } from './package-groups';

const group = (Pattern: string, Publish?: string) =>
  readPackageGroup({
    logicalId: 'G',
    type: 'AWS::CodeArtifact::PackageGroup',
    attributes: {},
    properties: {
      DomainName: 'acme',
      Pattern,
      OriginConfiguration: Publish && { Restrictions: { Publish: { RestrictionMode: Publish } } },
    },
  });

describe('package groups', () => {
  it.each<[string, string, boolean]>([
    ['/*', 'anything', true],
    ['/pypi/*', 'anything', true],
    ['/pypi//acme-core$', 'acme-core', true],
    ['/pypi//acme-core$', 'acme-core-x', false],
    ['/pypi//acme~', 'acme', true],
    ['/pypi//acme~', 'acme-x', true],
    ['/pypi//acme~', 'acmefoo', false],
    ['/pypi//acme-*', 'acme-x', true],
    ['/pypi//acme-*', 'acme', false],
  ])('%s holds %s: %s', (pattern, name, expected) => {
    expect(group(pattern).holds(name)).toBe(expected);
  });

  it('refuses a pattern in none of the documented forms', () => {
    expect(() => group('/pypi//acme*')).toThrow('needs ~ or -');
    expect(() => group('/npm/acme/*')).toThrow('/npm/acme/* is not known');
  });

  it('lets the longest pattern count, and walks up where it inherits', () => {
    const groups = [
      group('/pypi/*', 'BLOCK'),
      group('/pypi//acme-*', 'ALLOW'),
      group('/pypi//acme-core$', 'INHERIT'),
    ];
    expect(effectiveMode(groups, 'acme', 'requests', 'Publish')).toMatchObject({
      mode: 'BLOCK',
      pattern: '/pypi/*',
    });
    expect(effectiveMode(groups, 'acme', 'acme-core', 'Publish')).toMatchObject({
      mode: 'ALLOW',
      pattern: '/pypi//acme-*',
    });
    expect(effectiveMode(groups, 'other', 'requests', 'Publish')).toMatchObject({
      mode: 'ALLOW',
      pattern: '/*',
    });
    expect(effectiveMode(groups, 'acme', 'acme-core', 'ExternalUpstream').mode).toBe('ALLOW');
  });
});
