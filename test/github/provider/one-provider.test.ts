import { App, CfnResource, type Environment, NestedStack, Stack } from 'aws-cdk-lib';
import { CfnOIDCProvider, OidcProviderNative, OpenIdConnectProvider } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { GitHubIssuer, GitHubOidcProvider } from '../../../src';
import { include } from '../../support/included';
import { ACME, newStack } from '../../support/stacks';
import { problemsOf } from '../../support/synthesis';

const ISSUER = 'token.actions.githubusercontent.com';
const url = `https://${ISSUER}`;
const SEE = 'https://docs.aws.amazon.com/IAM/latest/APIReference';
const EUROPE = { ...ACME, region: 'eu-west-1' };
const stackIn = (scope: Construct, id: string, env?: Environment) => new Stack(scope, id, { env });
const githubIn = (stack: Stack) => new GitHubOidcProvider(stack, 'GitHub');

const OTHER_PROVIDERS: [situation: string, path: string, make: (stack: Stack) => unknown][] = [
  ['OidcProviderNative', 'Stack/Old', (stack) => new OidcProviderNative(stack, 'Old', { url })],
  ['OpenIdConnectProvider', 'Stack/Old', (stack) => new OpenIdConnectProvider(stack, 'Old', { url })],
  ['an L1', 'Stack/Old', (stack) => new CfnOIDCProvider(stack, 'Old', { url })],
  ['an L1 called Resource', 'Stack/Resource', (stack) => new CfnOIDCProvider(stack, 'Resource', { url })],
  [
    'a template that is included',
    'Stack/Legacy/Old',
    (stack) => include(stack, 'AWS::IAM::OIDCProvider', { Url: url }),
  ],
  [
    'a resource without a class of its own',
    'Stack/Old',
    (stack) => new CfnResource(stack, 'Old', { type: 'AWS::IAM::OIDCProvider', properties: { Url: url } }),
  ],
  ['an L1 without the scheme', 'Stack/Old', (stack) => new CfnOIDCProvider(stack, 'Old', { url: ISSUER })],
  ['one of ours', 'Stack/Old', (stack) => new GitHubOidcProvider(stack, 'Old')],
  [
    'an L1 in a nested stack',
    'Stack/N/Old',
    (stack) => new CfnOIDCProvider(new NestedStack(stack, 'N'), 'Old', { url }),
  ],
];

describe('a second provider of an issuer', () => {
  test.each(
    OTHER_PROVIDERS,
  )('made by %s is refused in a stack, with both paths and what to write', (_, path, make) => {
    const stack = newStack();
    make(stack);
    githubIn(stack);
    expect(problemsOf(stack)).toEqual([
      `[] ${path} and Stack/GitHub would both make the OIDC provider for ${url}, and an account has one for each ` +
        `issuer. Write instead: in place of Stack/GitHub, oidcProvider: the one at ${path}, or ` +
        `GitHubOidcProvider.fromAccount(this, 'GitHub'). See ${SEE}/API_CreateOpenIDConnectProvider.html`,
    ]);
  });

  test.each(OTHER_PROVIDERS)('made by %s is refused as well where it comes later', (_, path, make) => {
    const stack = newStack();
    githubIn(stack);
    make(stack);
    const ours =
      path === 'Stack/Old' ? /in place of Stack\/(GitHub|Old), oidcProvider/ : /in place of Stack\/GitHub/;
    expect(problemsOf(stack)).toEqual([expect.stringMatching(ours)]);
  });

  test.each([
    ['another Region', EUROPE],
    ['no known Region', { account: ACME.account }],
  ])('in %s of the account is refused, and named by its account there', (_, env) => {
    const app = new App();
    new OidcProviderNative(stackIn(app, 'Shared', ACME), 'Old', { url });
    githubIn(stackIn(app, 'Artifacts', env));
    expect(problemsOf(app)).toEqual([
      `[] Shared/Old and Artifacts/GitHub would both make the OIDC provider for ${url}, and an account has one for ` +
        'each issuer. Write instead: in place of Artifacts/GitHub, oidcProvider: ' +
        `GitHubOidcProvider.fromAccount(this, 'GitHub'). See ${SEE}/API_CreateOpenIDConnectProvider.html`,
    ]);
  });

  test('is none where the issuer is another one', () => {
    const stack = newStack();
    new OidcProviderNative(stack, 'Google', { url: 'https://accounts.google.com' });
    new GitHubOidcProvider(stack, 'Enterprise', { issuer: GitHubIssuer.enterprise('acme') });
    githubIn(stack);
    expect(problemsOf(stack)).toEqual([]);
  });

  test.each([
    [GitHubIssuer.enterprise('acme'), "GitHubIssuer.enterprise('acme')"],
    [GitHubIssuer.gheCom('acme'), "GitHubIssuer.gheCom('acme')"],
    [
      GitHubIssuer.enterpriseServer('github.acme.example'),
      "GitHubIssuer.enterpriseServer('github.acme.example')",
    ],
  ])('of an issuer of its own is told how to refer to it: %#', (issuer, written) => {
    const stack = newStack();
    new CfnOIDCProvider(stack, 'Old', { url: issuer.url });
    new GitHubOidcProvider(stack, 'GitHub', { issuer });
    expect(problemsOf(stack)).toEqual([
      expect.stringContaining(`or GitHubOidcProvider.fromAccount(this, 'GitHub', ${written}). See`),
    ]);
  });
});
