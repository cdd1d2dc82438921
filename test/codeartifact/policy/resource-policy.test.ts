import type { Stack } from 'aws-cdk-lib';
import { AccountPrincipal, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Domain, type IDomain, Repository } from '../../../src';
import { deploy } from '../../support/deployed';
import { expectRefusal } from '../../support/refusals';
import { ACME, newStack } from '../../support/stacks';
import { only } from '../../support/statements';

const ORGANIZATIONS = 280;

/** A policy for many organizations, and one statement whose Sid makes up the rest of the size. */
function stackWith(kind: 'Domain' | 'Repository', sid: string): Stack {
  const stack = newStack(ACME);
  const ids = Array.from({ length: ORGANIZATIONS }, (_, index) => `o-${String(index).padStart(10, '0')}`);
  const domain: IDomain =
    kind === 'Domain'
      ? new Domain(stack, 'Domain', { domainName: 'acme', organizationIds: ids })
      : Domain.fromDomainAttributes(stack, 'ItsDomain', { domainName: 'acme' });
  const resource =
    kind === 'Domain'
      ? domain
      : new Repository(stack, 'Repository', { domain, repositoryName: 'python', organizationIds: ids });
  resource.addToResourcePolicy(
    new PolicyStatement({
      sid,
      principals: [new AccountPrincipal('222222222222')],
      actions: ['codeartifact:DescribeDomain'],
      resources: ['*'],
    }),
  );
  return stack;
}

describe.each(['Domain', 'Repository'] as const)('the policy of a %s', (kind) => {
  const sizeOf = (stack: Stack) =>
    JSON.stringify(only(deploy(stack), `AWS::CodeArtifact::${kind}`).properties.PermissionsPolicyDocument)
      .length;
  const room = 5120 - sizeOf(stackWith(kind, 's')) + 1;

  test('may be 5,120 characters', () => {
    expect(sizeOf(stackWith(kind, 's'.repeat(room)))).toBe(5120);
  });

  test('may not be 5,121', () => {
    expectRefusal(
      () => deploy(stackWith(kind, 's'.repeat(room + 1))),
      `Validation failed with the following errors:\n  [Stack/${kind}]`,
      `The resource policy of ${kind.toLowerCase()} Stack/${kind} is 5121 characters; the limit is 5120.`,
      'Name fewer organizations, or grant to principals of this account by their identity policy.',
    );
  });
});
