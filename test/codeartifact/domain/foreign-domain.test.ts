import { App, Stack, Stage } from 'aws-cdk-lib';
import { Domain, type IDomain, PackageGroup, Repository } from '../../../src';
import { ACME, newStack } from '../../support/stacks';
import { warningsOf } from '../../support/warnings';

const OTHER = { ...ACME, account: '222222222222' };
const ARN = 'arn:aws:codeartifact:us-east-1:222222222222:domain/acme';

function warning(path: string, domain: string, create: string): string {
  const statement = {
    Action: `codeartifact:${create}`,
    Effect: 'Allow',
    Principal: { AWS: 'arn:aws:iam::111111111111:root' },
    Resource: '*',
  };
  return (
    `${path}: The domain ${domain} is owned by account 222222222222, and its policy has to let account ` +
    `111111111111 use codeartifact:${create}. Where it does not, add to it: ${JSON.stringify(statement)} ` +
    '[ack: cdk-python-artifact-pipeline:domain-of-another-account]'
  );
}

function fill(stack: Stack, domain: IDomain): void {
  new Repository(stack, 'Repository', { domain, repositoryName: 'python' });
  new PackageGroup(stack, 'Group', { domain, packages: 'acme-*' });
}

describe('a domain that another account owns', () => {
  test('is told what its policy has to allow', () => {
    const stack = newStack(ACME);
    fill(stack, Domain.fromDomainArn(stack, 'Domain', ARN));
    expect(warningsOf(stack)).toEqual([
      warning('/Stack/Repository', 'Stack/Domain', 'CreateRepository'),
      warning('/Stack/Group', 'Stack/Domain', 'CreatePackageGroup'),
    ]);
    expect(stack.dependencies).toEqual([]);
  });

  test('is made first where it is of the same app', () => {
    const app = new App();
    const domains = new Stack(app, 'Domains', { env: OTHER });
    const stack = new Stack(app, 'Stack', { env: ACME });
    fill(stack, new Domain(domains, 'Domain', { domainName: 'acme' }));
    expect(warningsOf(stack)).toEqual([
      warning('/Stack/Repository', 'Domains/Domain', 'CreateRepository'),
      warning('/Stack/Group', 'Domains/Domain', 'CreatePackageGroup'),
    ]);
    expect(stack.dependencies).toEqual([domains]);
  });

  test('may be of another stage, which CDK knows no order for', () => {
    const app = new App();
    const stage = new Stage(app, 'Stage');
    const domains = new Stack(stage, 'Domains', { env: OTHER });
    const stack = new Stack(app, 'Stack', { env: ACME });
    fill(stack, new Domain(domains, 'Domain', { domainName: 'acme' }));
    expect(stack.dependencies).toEqual([]);
  });
});

test.each([
  ['of the account of the stack', newStack(ACME), ARN.replace('222222222222', '111111111111')],
  ['of an account that may be the one of the stack', newStack(), ARN],
])('a domain %s is not warned of', (_kind, stack, arn) => {
  fill(stack, Domain.fromDomainArn(stack, 'Domain', arn));
  expect(warningsOf(stack)).toEqual([]);
});

test('a repository of an imported domain is warned of a Region without CodeArtifact', () => {
  const stack = newStack({ ...ACME, region: 'ca-central-1' });
  fill(stack, Domain.fromDomainAttributes(stack, 'Domain', { domainName: 'acme' }));
  expect(warningsOf(stack)).toEqual([
    expect.stringMatching(/^\/Stack\/Repository: CodeArtifact is not known to be in ca-central-1\./),
  ]);
});
