import { App, Aws, CfnParameter, Fn, NestedStack, Stack, Stage } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import {
  CfnOIDCProvider,
  type IOIDCProviderRef,
  OidcProviderNative,
  OpenIdConnectProvider,
} from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { GitHubIssuer, GitHubOidcProvider, GitHubPublisher, PythonArtifactPipeline } from '../../../src';
import { publishRole } from '../../support/publish-role';
import { expectRefusal } from '../../support/refusals';
import { ACME, newStack } from '../../support/stacks';

const ISSUER = 'token.actions.githubusercontent.com';
const url = `https://${ISSUER}`;
const ARN = `arn:aws:iam::111111111111:oidc-provider/${ISSUER}`;
const knownArn = {
  'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, `:iam::111111111111:oidc-provider/${ISSUER}`]],
};
const EUROPE = { ...ACME, region: 'eu-west-1' };
const SEE = 'See https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html';

/** What the only trusting statement of a stack names as its provider. */
function trustedBy(stack: Stack): unknown {
  const [role] = Object.values(
    Template.fromStack(stack).findResources('AWS::IAM::Role', {
      Properties: { Description: 'Publishes Python packages from GitHub Actions' },
    }),
  );
  const [statement] = role.Properties.AssumeRolePolicyDocument.Statement;
  expect(Object.keys(statement.Condition.StringEquals)).toEqual([`${ISSUER}:aud`]);
  return statement.Principal.Federated;
}

describe('what aws-iam calls a provider works as one of GitHub', () => {
  test.each<[what: string, make: (stack: Stack) => IOIDCProviderRef, trusted: unknown]>([
    [
      'OidcProviderNative',
      (stack) => new OidcProviderNative(stack, 'Old', { url }),
      { Ref: expect.stringMatching(/^Old/) },
    ],
    [
      'OpenIdConnectProvider',
      (stack) => new OpenIdConnectProvider(stack, 'Old', { url }),
      { Ref: expect.stringMatching(/^Old/) },
    ],
    ['an L1', (stack) => new CfnOIDCProvider(stack, 'Old', { url }), { Ref: 'Old' }],
    ['one of ours', (stack) => new GitHubOidcProvider(stack, 'Old'), { Ref: expect.stringMatching(/^Old/) }],
    ['one imported by its ARN', (stack) => OidcProviderNative.fromOidcProviderArn(stack, 'Old', ARN), ARN],
    [
      'one imported by its ARN as it was called',
      (stack) => OpenIdConnectProvider.fromOpenIdConnectProviderArn(stack, 'Old', ARN),
      ARN,
    ],
    [
      'one imported by the class of ours',
      (stack) => GitHubOidcProvider.fromOidcProviderArn(stack, 'Old', ARN),
      ARN,
    ],
    [
      'one imported by an ARN of this account, whichever that is',
      (stack) =>
        OidcProviderNative.fromOidcProviderArn(
          stack,
          'Old',
          `arn:aws:iam::${Aws.ACCOUNT_ID}:oidc-provider/${ISSUER}`,
        ),
      { 'Fn::Join': ['', ['arn:aws:iam::', { Ref: 'AWS::AccountId' }, `:oidc-provider/${ISSUER}`]] },
    ],
  ])('%s', (_, make, trusted) => {
    const stack = newStack(ACME);
    publishRole(stack, { oidcProvider: make(stack) });
    expect(trustedBy(stack)).toEqual(trusted);
  });
});

describe('a provider that is made elsewhere in the app', () => {
  const inRegion = (app: App) => new Stack(app, 'Shared', { env: EUROPE });
  const inStage = (app: App) => new Stack(new Stage(app, 'shared', { env: ACME }), 'Iam');

  test.each<[where: string, other: (app: App) => Stack, make: (stack: Stack) => IOIDCProviderRef]>([
    ['in another Region, by ours', inRegion, (stack) => new GitHubOidcProvider(stack, 'GitHub')],
    ['in another Region, by aws-iam', inRegion, (stack) => new OidcProviderNative(stack, 'GitHub', { url })],
    ['in another Stage, by ours', inStage, (stack) => new GitHubOidcProvider(stack, 'GitHub')],
    [
      'in another Stage, by a custom resource',
      inStage,
      (stack) => new OpenIdConnectProvider(stack, 'GitHub', { url }),
    ],
    [
      'in a nested stack of another Stage',
      (app) => new NestedStack(inStage(app), 'N'),
      (stack) => new CfnOIDCProvider(stack, 'GitHub', { url }),
    ],
    [
      'in a stack of no known account',
      (app) => new Stack(app, 'Shared'),
      (stack) => new GitHubOidcProvider(stack, 'GitHub'),
    ],
    [
      'in a stack of the Region and no known account',
      (app) => new Stack(app, 'Shared', { env: { region: ACME.region } }),
      (stack) => new GitHubOidcProvider(stack, 'GitHub'),
    ],
  ])('%s, is referred to by its ARN as text', (_, other, make) => {
    const app = new App();
    const stack = new Stack(app, 'Artifacts', { env: ACME });
    publishRole(stack, { oidcProvider: make(other(app)) });
    expect(trustedBy(stack)).toEqual(knownArn);
    expect(() => app.synth()).not.toThrow();
  });

  test('in a Stage of an unknown account is the one of the account of the role, which can trust no other', () => {
    const app = new App();
    const oidcProvider = new GitHubOidcProvider(new Stack(new Stage(app, 'shared'), 'Iam'), 'GitHub');
    const stack = new Stack(new Stage(app, 'prod'), 'Python');
    publishRole(stack, { oidcProvider });
    expect(trustedBy(stack)).toEqual({
      'Fn::Join': [
        '',
        ['arn:', { Ref: 'AWS::Partition' }, ':iam::', { Ref: 'AWS::AccountId' }, `:oidc-provider/${ISSUER}`],
      ],
    });
    expect(() => app.synth()).not.toThrow();
  });

  test('in another stack of the Stage, account and Region is referred to as before, so that it is made first', () => {
    const app = new App();
    const shared = new Stack(app, 'Shared', { env: ACME });
    const stack = new Stack(app, 'Artifacts', { env: ACME });
    publishRole(stack, { oidcProvider: new GitHubOidcProvider(shared, 'GitHub') });
    expect(trustedBy(stack)).toEqual({ 'Fn::ImportValue': expect.stringContaining('Shared:') });
    expect(stack.dependencies).toEqual([shared]);
  });

  test('in a nested stack of the stack is referred to as before', () => {
    const stack = newStack(ACME);
    publishRole(stack, { oidcProvider: new GitHubOidcProvider(new NestedStack(stack, 'Nested'), 'GitHub') });
    expect(trustedBy(stack)).toEqual({
      'Fn::GetAtt': [expect.any(String), expect.stringMatching(/^Outputs\./)],
    });
  });
});

describe('a provider is refused', () => {
  const refuse = (
    make: (scope: Construct) => IOIDCProviderRef,
    path: string,
    reason: string,
    issuer = '',
  ) => {
    const stack = newStack(ACME);
    const oidcProvider = make(stack);
    expectRefusal(
      () => publishRole(stack, { oidcProvider }),
      `oidcProvider "${path}" ${reason}.`,
      `Write instead: GitHubOidcProvider.fromAccount(this, 'GitHub'${issuer}).`,
      SEE,
      '(construct Stack/Role)',
    );
  };
  const imported = (arn: string) => (scope: Construct) =>
    GitHubOidcProvider.fromOidcProviderArn(scope, 'Old', arn);

  test.each<[situation: string, make: (scope: Construct) => IOIDCProviderRef, name: string]>([
    [
      'imported',
      imported('arn:aws:iam::111111111111:oidc-provider/accounts.google.com'),
      'accounts.google.com',
    ],
    [
      'made for a cluster',
      (scope) =>
        new OidcProviderNative(scope, 'Old', { url: 'https://oidc.eks.us-east-1.amazonaws.com/id/ABC' }),
      'oidc.eks.us-east-1.amazonaws.com/id/ABC',
    ],
    [
      'imported by an ARN that looks like it',
      imported(`arn:aws:iam::111111111111:oidc-provider/${ISSUER}.evil.example`),
      `${ISSUER}.evil.example`,
    ],
  ])("where it is not GitHub's: %s", (_, make, name) => {
    refuse(make, 'Stack/Old', `trusts ${name}, which is not GitHub`);
  });

  test.each<[situation: string, make: (scope: Construct) => IOIDCProviderRef]>([
    ['by an ARN of another stack', imported(Fn.importValue('GitHubProviderArn'))],
    [
      'by a URL that is a parameter',
      (scope) => new CfnOIDCProvider(scope, 'Old', { url: new CfnParameter(scope, 'Url').valueAsString }),
    ],
  ])('where only deployment knows whose it is: %s', (_, make) => {
    refuse(make, 'Stack/Old', 'has an issuer that only deployment knows');
  });

  test.each<[situation: string, make: (scope: Construct) => IOIDCProviderRef, path: string]>([
    ['imported', imported(`arn:aws:iam::222222222222:oidc-provider/${ISSUER}`), 'Stack/Old'],
    [
      'made in another stack',
      ({ node }) =>
        new GitHubOidcProvider(
          new Stack(node.root, 'Shared', { env: { account: '222222222222' } }),
          'GitHub',
        ),
      'Shared/GitHub',
    ],
    [
      'imported into another stack',
      ({ node }) =>
        GitHubOidcProvider.fromAccount(
          new Stack(node.root, 'Shared', { env: { ...ACME, account: '222222222222' } }),
          'GitHub',
        ),
      'Shared/GitHub',
    ],
  ])('where it is of another account: %s', (_, make, path) => {
    refuse(
      make,
      path,
      'is in account 222222222222, and a role in account 111111111111 can trust one of its own only',
    );
  });

  test('of an issuer of its own, with what to write for that', () => {
    const arn = 'arn:aws:iam::222222222222:oidc-provider/token.actions.acme.ghe.com';
    const reason =
      'is in account 222222222222, and a role in account 111111111111 can trust one of its own only';
    refuse(imported(arn), 'Stack/Old', reason, ", GitHubIssuer.gheCom('acme')");
  });
});

describe('a pipeline', () => {
  const pipelineWith = (stack: Stack, oidcProvider: IOIDCProviderRef) =>
    new PythonArtifactPipeline(stack, 'Python', {
      domainName: 'acme',
      repositoryName: 'python',
      publishers: [GitHubPublisher.repository('acme/orders-sdk', { ownerId: '1234', repositoryId: '5678' })],
      oidcProvider,
      workflow: { writeFiles: false },
    });

  test('tells whose the provider of aws-iam is that it was given, and hands it on', () => {
    const stack = newStack(ACME);
    const given = new OidcProviderNative(stack, 'Old', { url: GitHubIssuer.gheCom('acme').url });
    const { oidcProvider } = pipelineWith(stack, given);
    expect(oidcProvider.issuer).toEqual(GitHubIssuer.gheCom('acme'));
    expect(oidcProvider.oidcProviderArn).toBe(given.oidcProviderArn);
    Template.fromStack(stack).resourceCountIs('AWS::IAM::OIDCProvider', 1);
  });

  test('has the provider of ours that it was given', () => {
    const stack = newStack(ACME);
    const given = GitHubOidcProvider.fromAccount(stack, 'GitHub');
    expect(pipelineWith(stack, given).oidcProvider).toBe(given);
  });

  test("says its own path where it was given one that is not GitHub's", () => {
    const stack = newStack(ACME);
    const given = new OidcProviderNative(stack, 'Google', { url: 'https://accounts.google.com' });
    expect(() => pipelineWith(stack, given)).toThrow(
      'oidcProvider "Stack/Google" trusts accounts.google.com, which is not GitHub. ' +
        `Write instead: GitHubOidcProvider.fromAccount(this, 'GitHub'). ${SEE} (construct Stack/Python)`,
    );
  });
});
