import { App, Aspects, type CfnResource, Lazy, Stack } from 'aws-cdk-lib';
import type { CfnDomain } from 'aws-cdk-lib/aws-codeartifact';
import { CfnOIDCProvider, CfnRole } from 'aws-cdk-lib/aws-iam';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import type { IConstruct } from 'constructs';
import { Domain, GitHubOidcProvider } from '../../../src';
import { publishRole } from '../../support/publish-role';
import { newStack } from '../../support/stacks';
import { problemsOf } from '../../support/synthesis';

const ISSUER = 'token.actions.githubusercontent.com';
const url = `https://${ISSUER}`;
const githubIn = (stack: Stack) => new GitHubOidcProvider(stack, 'GitHub');
const theResource = (construct: IConstruct) => construct.node.defaultChild as CfnResource;

describe('the name that counts is the one that the tree says last', () => {
  test('an Aspect makes two names one', () => {
    const stack = newStack();
    publishRole(stack, { roleName: 'publisher' });
    new CfnRole(stack, 'Old', { assumeRolePolicyDocument: {}, roleName: 'other' });
    Aspects.of(stack).add({
      visit: (node) => {
        if (node instanceof CfnRole) node.roleName = 'acme-publisher';
      },
    });
    expect(problemsOf(stack)).toEqual([expect.stringContaining('the role acme-publisher')]);
  });

  test.each<[situation: string, override: (domain: CfnDomain) => void]>([
    ['an override', (domain) => domain.addPropertyOverride('DomainName', 'acme-two')],
    ['an override of everything', (domain) => domain.addOverride('Properties.DomainName', 'acme-two')],
    [
      'a value that is said late',
      (domain) => Object.assign(domain, { domainName: Lazy.string({ produce: () => 'acme-two' }) }),
    ],
    ['an override that deletes it', (domain) => domain.addPropertyDeletionOverride('DomainName')],
    ['an override of its type', (domain) => domain.addOverride('Type', 'Custom::Domain')],
  ])('%s makes one name two', (_, override) => {
    const stack = newStack();
    new Domain(stack, 'One', { domainName: 'acme' });
    const two = new Domain(stack, 'Two', { domainName: 'acme' });
    override(theResource(two) as CfnDomain);
    expect(problemsOf(stack)).toEqual([]);
  });

  test('a name that the CDK CLI has yet to look up is none', () => {
    const app = new App();
    for (const region of ['us-east-1', 'eu-west-1']) {
      const stack = new Stack(app, region, { env: { account: '111111111111', region } });
      publishRole(stack, { roleName: StringParameter.valueFromLookup(stack, '/acme/role') });
    }
    expect(problemsOf(app)).toEqual([]);
  });

  test('an override makes two issuers one', () => {
    const stack = newStack();
    githubIn(stack);
    new CfnOIDCProvider(stack, 'Old', { url: 'https://accounts.google.com' }).addPropertyOverride('Url', url);
    expect(problemsOf(stack)).toEqual([
      expect.stringContaining('Stack/GitHub and Stack/Old would both make'),
    ]);
  });
});
