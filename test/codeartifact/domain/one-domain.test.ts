import { App, type Environment, Stack, Stage } from 'aws-cdk-lib';
import { CfnDomain } from 'aws-cdk-lib/aws-codeartifact';
import type { Construct } from 'constructs';
import { Domain } from '../../../src';
import { include } from '../../support/included';
import { ACME, newStack } from '../../support/stacks';
import { problemsOf } from '../../support/synthesis';

const EUROPE = { ...ACME, region: 'eu-west-1' };
const stackIn = (scope: Construct, id: string, env?: Environment) => new Stack(scope, id, { env });

describe('a second domain of a name', () => {
  const acmeIn = (stack: Stack) => new Domain(stack, 'Domain', { domainName: 'acme' });
  const others: [situation: string, path: string, make: (stack: Stack) => unknown][] = [
    ['one of ours', 'Stack/Old', (stack) => new Domain(stack, 'Old', { domainName: 'acme' })],
    ['an L1', 'Stack/Old', (stack) => new CfnDomain(stack, 'Old', { domainName: 'acme' })],
    [
      'a template that is included',
      'Stack/Legacy/Old',
      (stack) => include(stack, 'AWS::CodeArtifact::Domain', { DomainName: 'acme' }),
    ],
  ];

  test.each(others)('made by %s is refused in a stack', (_, path, make) => {
    const stack = newStack();
    make(stack);
    acmeIn(stack);
    expect(problemsOf(stack)).toEqual([
      `[] ${path} and Stack/Domain would both make the domain acme, and an account has one of each name in a Region. ` +
        `Write instead: in place of Stack/Domain, domain: the one at ${path}, or ` +
        "Domain.fromDomainAttributes(this, 'Domain', { domainName: 'acme' }). " +
        'See https://docs.aws.amazon.com/codeartifact/latest/APIReference/API_CreateDomain.html',
    ]);
  });

  test('is refused in another stack of the account and Region', () => {
    const app = new App();
    acmeIn(stackIn(app, 'One', ACME));
    acmeIn(stackIn(app, 'Two', ACME));
    expect(problemsOf(app)).toEqual([expect.stringMatching(/One\/Domain and Two\/Domain would both make/)]);
  });

  test('of another Stage is referred to by its name, since CloudFormation can not refer to it', () => {
    const app = new App();
    for (const name of ['dev', 'prod']) acmeIn(new Stack(new Stage(app, name, { env: ACME }), 'Python'));
    expect(problemsOf(app)).toEqual([
      expect.stringContaining(
        "domain: Domain.fromDomainAttributes(this, 'Domain', { domainName: 'acme' }). See",
      ),
    ]);
  });

  test.each([
    ['another Region', EUROPE],
    ['an unknown Region', { account: ACME.account }],
    ['another account', { ...ACME, account: '222222222222' }],
  ])('is none in %s', (_, env) => {
    const app = new App();
    acmeIn(stackIn(app, 'One', ACME));
    acmeIn(stackIn(app, 'Two', env));
    expect(problemsOf(app)).toEqual([]);
  });
});
