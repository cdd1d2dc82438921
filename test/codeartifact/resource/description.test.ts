import { Domain, PackageGroup, Repository } from '../../../src';
import { expectRefusal } from '../../support/refusals';
import { newStack } from '../../support/stacks';
import { tokenText } from '../../support/tokens';

const CREATE = {
  Repository: (description?: string) => {
    const stack = newStack();
    const domain = Domain.fromDomainAttributes(stack, 'Domain', { domainName: 'acme' });
    return new Repository(stack, 'It', { domain, repositoryName: 'python', description });
  },
  PackageGroup: (description?: string) => {
    const stack = newStack();
    const domain = Domain.fromDomainAttributes(stack, 'Domain', { domainName: 'acme' });
    return new PackageGroup(stack, 'It', { domain, packages: 'acme-*', description });
  },
};

describe.each(Object.entries(CREATE))('the description of a %s', (kind, create) => {
  test.each([undefined, '', 'x'.repeat(1000)])('may be %p', (description) => {
    expect(() => create(description)).not.toThrow();
  });

  test('may be left to deployment', () => {
    expect(() => create(tokenText())).not.toThrow();
  });

  test('may not be 1,001 characters', () => {
    expectRefusal(
      () => create('x'.repeat(1001)),
      `description "${'x'.repeat(40)}…" is 1001 characters long.`,
      'Allowed: up to 1,000 characters.',
      `See https://docs.aws.amazon.com/codeartifact/latest/APIReference/API_Create${kind}.html`,
      '(construct Stack/It)',
    );
  });
});

test('the contact of a package group is limited like its description', () => {
  const domain = Domain.fromDomainAttributes(newStack(), 'Domain', { domainName: 'acme' });
  const group = (length: number) =>
    new PackageGroup(newStack(), 'It', { domain, packages: 'acme-*', contactInfo: 'x'.repeat(length) });
  expect(() => group(1000)).not.toThrow();
  expectRefusal(
    () => group(1001),
    `contactInfo "${'x'.repeat(40)}…" is 1001 characters long.`,
    'Allowed: up to 1,000 characters.',
    'See https://docs.aws.amazon.com/codeartifact/latest/APIReference/API_CreatePackageGroup.html',
    '(construct Stack/It)',
  );
});
