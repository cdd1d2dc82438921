import { CfnParameter } from 'aws-cdk-lib';
import * as fc from 'fast-check';
import { Domain, Repository } from '../../../src';
import { deploy } from '../../support/deployed';
import { accepted, anyText } from '../../support/inputs';
import { expectRefusal } from '../../support/refusals';
import { newStack } from '../../support/stacks';
import { only } from '../../support/statements';

function domainNamed(domainName: string): Domain {
  return new Domain(newStack(), 'Domain', { domainName });
}

function repositoryNamed(repositoryName: string): Repository {
  const stack = newStack();
  const domain = Domain.fromDomainAttributes(stack, 'Domain', { domainName: 'acme' });
  return new Repository(stack, 'Repository', { domain, repositoryName });
}

describe('the name of a domain', () => {
  test.each(['ab', 'acme', 'a1', 'acme-python-9', `a${'b'.repeat(49)}`])('may be %p', (name) => {
    expect(() => domainNamed(name)).not.toThrow();
  });

  test('may be left to deployment, in whole or in part', () => {
    const stack = newStack();
    const parameter = new CfnParameter(stack, 'Name').valueAsString;
    new Domain(stack, 'Whole', { domainName: parameter });
    new Domain(stack, 'Part', { domainName: `acme-${parameter}` });
    const resources = deploy(stack, { parameters: { Name: 'python' } });
    expect(resources.map(({ properties }) => properties.DomainName)).toEqual(['python', 'acme-python']);
  });

  test.each([
    ['Acme', 'acme'],
    ['ACME Python', 'acme-python'],
    ['1acme', 'acme'],
    ['acme-', 'acme'],
    ['a', undefined],
    ['', undefined],
    ['acme*', 'acme'],
    ['acme/python', 'acme-python'],
    ['acme\n', 'acme'],
    ['\u0430cme', 'cme'], // begins with a Cyrillic letter
    [`a${'b'.repeat(50)}`, `a${'b'.repeat(49)}`],
  ])('may not be %j', (name, instead) => {
    expectRefusal(
      () => domainNamed(name),
      `domainName ${JSON.stringify(name)} is not a name that CodeArtifact accepts.`,
      'Allowed: 2 to 50 characters, lower-case letters, digits and hyphens, a letter first, a letter or digit last.',
      ...(instead ? [`Write instead: '${instead}'.`] : []),
      'See https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-codeartifact-domain.html',
      '(construct Stack/Domain)',
    );
  });

  test('may have no wildcard beside a token', () => {
    const stack = newStack();
    const domainName = `${new CfnParameter(stack, 'Name').valueAsString}*`;
    expect(() => Domain.fromDomainAttributes(stack, 'Domain', { domainName })).toThrow(
      'is not a name that CodeArtifact accepts.',
    );
  });
});

describe('the name of a repository', () => {
  test.each([
    'py',
    'python',
    'Python_3.x',
    '1-python',
    'my.repo_1',
    `p${'y'.repeat(99)}`,
  ])('may be %p', (name) => {
    expect(() => repositoryNamed(name)).not.toThrow();
  });

  test('may be left to deployment', () => {
    const stack = newStack();
    const domain = Domain.fromDomainAttributes(stack, 'Domain', { domainName: 'acme' });
    const repositoryName = new CfnParameter(stack, 'Name').valueAsString;
    new Repository(stack, 'Repository', { domain, repositoryName });
    const resources = deploy(stack, { parameters: { Name: 'python' } });
    expect(only(resources, 'AWS::CodeArtifact::Repository').properties.RepositoryName).toBe('python');
  });

  test.each([
    ['my python', 'my-python'],
    ['_python', 'python'],
    ['.python', 'python'],
    ['p', undefined],
    ['', undefined],
    ['python*', 'python-'],
    ['acme/python', 'acme-python'],
    ['python\n', 'python-'],
    ['pyth\u043en', 'pyth-n'], // with a Cyrillic letter
    [`p${'y'.repeat(100)}`, `p${'y'.repeat(99)}`],
  ])('may not be %j', (name, instead) => {
    expectRefusal(
      () => repositoryNamed(name),
      `repositoryName ${JSON.stringify(name)} is not a name that CodeArtifact accepts.`,
      'Allowed: 2 to 100 characters, letters, digits, dots, underscores and hyphens, a letter or digit first.',
      ...(instead ? [`Write instead: '${instead}'.`] : []),
      'See https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-codeartifact-repository.html',
      '(construct Stack/Repository)',
    );
  });
});

describe('any accepted name', () => {
  test.each([
    ['domain', domainNamed],
    ['repository', repositoryNamed],
  ])('of a %s is plain text for IAM and CodeArtifact', (_kind, create) => {
    fc.assert(
      fc.property(anyText, (name) => {
        if (accepted(() => create(name))) expect(name).toMatch(/^[A-Za-z0-9][A-Za-z0-9._-]+$/);
      }),
    );
  });
});
