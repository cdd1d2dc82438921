import { App, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Domain, OriginRestriction, PackageGroup, type PackageGroupProps, Repository } from '../../../src';
import { deploy } from '../../support/deployed';
import { expectRefusal } from '../../support/refusals';
import { ACME, newStack } from '../../support/stacks';
import { only } from '../../support/statements';

const TYPE = 'AWS::CodeArtifact::PackageGroup';

function groupIn(stack: Stack, props: Partial<PackageGroupProps> = {}): PackageGroup {
  const domain = props.domain ?? new Domain(stack, 'Domain', { domainName: 'acme' });
  return new PackageGroup(stack, 'Group', { packages: 'acme-*', ...props, domain });
}

describe('a new package group', () => {
  test('lets its packages be published, come from upstreams, and never from a public registry', () => {
    const stack = newStack();
    groupIn(stack);
    expect(only(deploy(stack), TYPE).properties).toEqual({
      DomainName: 'acme',
      Pattern: '/pypi//acme-*',
      OriginConfiguration: {
        Restrictions: {
          Publish: { RestrictionMode: 'ALLOW' },
          ExternalUpstream: { RestrictionMode: 'BLOCK' },
          InternalUpstream: { RestrictionMode: 'ALLOW' },
        },
      },
    });
  });

  test('is of its domain, by reference, so that it is created after it', () => {
    const stack = newStack();
    const group = groupIn(stack);
    const template = Template.fromStack(stack);
    const [domain] = Object.keys(template.findResources('AWS::CodeArtifact::Domain'));
    template.hasResourceProperties(TYPE, { DomainName: { 'Fn::GetAtt': [domain, 'Name'] } });
    const { logicalId } = only(deploy(stack), TYPE);
    expect(stack.resolve(group.packageGroupArn)).toEqual({ 'Fn::GetAtt': [logicalId, 'Arn'] });
  });

  test('may be of one package, and have every restriction, a description and a contact', () => {
    const stack = newStack();
    groupIn(stack, {
      packages: 'Orders_SDK',
      description: 'Packages of Acme',
      contactInfo: 'platform@acme.example',
      publish: OriginRestriction.block(),
      externalUpstream: OriginRestriction.inherit(),
      internalUpstream: OriginRestriction.inherit(),
    });
    expect(only(deploy(stack), TYPE).properties).toMatchObject({
      Pattern: '/pypi//orders-sdk$',
      Description: 'Packages of Acme',
      ContactInfo: 'platform@acme.example',
      OriginConfiguration: {
        Restrictions: {
          Publish: { RestrictionMode: 'BLOCK' },
          ExternalUpstream: { RestrictionMode: 'INHERIT' },
          InternalUpstream: { RestrictionMode: 'INHERIT' },
        },
      },
    });
  });

  test('may be of a domain of another account', () => {
    const stack = newStack(ACME);
    const domainOwner = '222222222222';
    groupIn(stack, {
      domain: Domain.fromDomainAttributes(stack, 'Domain', { domainName: 'acme', domainOwner }),
    });
    expect(only(deploy(stack), TYPE).properties.DomainOwner).toBe(domainOwner);
  });

  test.each([
    [undefined, undefined, 'RetainExceptOnCreate'],
    [RemovalPolicy.RETAIN, undefined, 'Retain'],
    [RemovalPolicy.DESTROY, undefined, 'Delete'],
    [RemovalPolicy.DESTROY, RemovalPolicy.DESTROY, 'Delete'],
    [RemovalPolicy.RETAIN, RemovalPolicy.DESTROY, 'Delete'],
  ])('of a domain with %p has its own %p, and is kept as %p', (ofDomain, own, expected) => {
    const stack = newStack();
    const domain = new Domain(stack, 'Domain', { domainName: 'acme', removalPolicy: ofDomain });
    groupIn(stack, { domain, removalPolicy: own });
    expect(only(deploy(stack), TYPE).deletionPolicy).toBe(expected);
  });

  test('is refused where it is retained, and its domain is not', () => {
    const stack = newStack();
    const domain = new Domain(stack, 'Domain', { domainName: 'acme', removalPolicy: RemovalPolicy.DESTROY });
    groupIn(stack, { domain, removalPolicy: RemovalPolicy.RETAIN });
    expectRefusal(
      () => deploy(stack),
      'Validation failed with the following errors:\n  [Stack/Group]',
      'The package group Stack/Group is retained, but its domain Stack/Domain is to be deleted,',
      'and a package group can not be without its domain. Give both the same removalPolicy.',
    );
  });

  test('may be in another stack than its domain', () => {
    const app = new App();
    const domains = new Stack(app, 'Domains');
    const stack = new Stack(app, 'Stack');
    groupIn(stack, { domain: new Domain(domains, 'Domain', { domainName: 'acme' }) });
    expect(Template.fromStack(stack).findResources(TYPE)).not.toEqual({});
    expect(stack.dependencies).toEqual([domains]);
  });

  test.each(['', '*', 'acme*', 'acme-**', '/pypi/*'])('is refused for the packages %j', (packages) => {
    expect(() => groupIn(newStack(), { packages })).toThrow(
      /^packages ".*" (is no|has a) .* \(construct Stack\/Group\)$/,
    );
  });

  test('is refused in another Region than its domain', () => {
    const stack = newStack(ACME);
    const domain = Domain.fromDomainAttributes(stack, 'Domain', { domainName: 'acme', region: 'eu-west-1' });
    expectRefusal(
      () => groupIn(stack, { domain }),
      'domain "Stack/Domain" is in eu-west-1, and the stack in us-east-1.',
      'Allowed: a domain of the Region of the stack.',
      'See https://docs.aws.amazon.com/codeartifact/latest/ug/domains.html',
      '(construct Stack/Group)',
    );
  });
});

describe('a restriction to repositories', () => {
  test('names them by reference, so that they come first', () => {
    const stack = newStack();
    const domain = new Domain(stack, 'Domain', { domainName: 'acme' });
    const repository = new Repository(stack, 'Repository', { domain, repositoryName: 'python' });
    groupIn(stack, { domain, publish: OriginRestriction.allowRepositories(repository) });
    Template.fromStack(stack).hasResourceProperties(TYPE, {
      OriginConfiguration: {
        Restrictions: {
          Publish: {
            RestrictionMode: 'ALLOW_SPECIFIC_REPOSITORIES',
            Repositories: [stack.resolve(repository.repositoryName)],
          },
        },
      },
    });
    expect(
      only(deploy(stack), TYPE).properties.OriginConfiguration.Restrictions.Publish.Repositories,
    ).toEqual(['python']);
  });
});

test('an imported package group has the ARN, account and Region that it was imported with', () => {
  const arn = 'arn:aws:codeartifact:eu-west-1:222222222222:package-group/acme/pypi//acme-%2a';
  const group = PackageGroup.fromPackageGroupArn(newStack(), 'Group', arn);
  expect(group.packageGroupArn).toBe(arn);
  expect(group.env).toEqual({ account: '222222222222', region: 'eu-west-1' });
});

test('an imported package group may have an ARN that only deployment knows', () => {
  const stack = newStack();
  const arn = groupIn(stack).packageGroupArn;
  expect(PackageGroup.fromPackageGroupArn(stack, 'Imported', arn).packageGroupArn).toBe(arn);
});

test.each([
  'arn:aws:s3:::bucket',
  'arn:aws:codeartifact:eu-west-1:222222222222:package-group/acme',
  'arn:aws:codeartifact:eu-west-1:222222222222:package-group/acme/pypi//acme-*',
  'arn:aws:codeartifact:eu-west-1:222222222222:domain/acme',
])('a package group can not be imported by %p', (arn) => {
  expectRefusal(
    () => PackageGroup.fromPackageGroupArn(newStack(), 'Group', arn),
    `packageGroupArn "${arn}" is not the ARN of a CodeArtifact package group.`,
    'Allowed: arn:PARTITION:codeartifact:REGION:ACCOUNT:package-group/DOMAIN/ENCODED-PATTERN.',
    '(construct Stack/Group)',
  );
});
