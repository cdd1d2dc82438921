import { App, Aspects, Lazy, Stack, Token } from 'aws-cdk-lib';
import {
  CfnOIDCProvider,
  type IOIDCProviderRef,
  OidcProviderNative,
  OpenIdConnectProvider,
} from 'aws-cdk-lib/aws-iam';
import {
  GitHubIssuer,
  GitHubOidcProvider,
  GitHubPublisher,
  GitHubReader,
  PythonArtifactPipeline,
} from '../../../src';
import { ACME } from '../../support/stacks';
import { warningsOf } from '../../support/warnings';

const { url } = GitHubIssuer.githubCom();
const ID = 'provider-without-audience';

type Make = (stack: Stack, clientIds?: string[]) => IOIDCProviderRef;

const CLASSES: [string, Make][] = [
  ['OidcProviderNative', (stack, clientIds) => new OidcProviderNative(stack, 'GitHub', { url, clientIds })],
  [
    'OpenIdConnectProvider',
    (stack, clientIds) => new OpenIdConnectProvider(stack, 'GitHub', { url, clientIds }),
  ],
  ['CfnOIDCProvider', (stack, clientIdList) => new CfnOIDCProvider(stack, 'GitHub', { url, clientIdList })],
];

function warnings(make: (stack: Stack) => IOIDCProviderRef, env = ACME): string[] {
  const stack = new Stack(new App(), 'Artifacts', { env });
  new PythonArtifactPipeline(stack, 'Python', {
    domainName: 'acme',
    repositoryName: 'python',
    publishers: [GitHubPublisher.repository('acme/orders-sdk', { ownerId: '1', repositoryId: '2' })],
    packages: ['acme-*'],
    oidcProvider: make(stack),
  }).addReader('Ci', {
    repositories: [GitHubReader.repository('acme/shop', { ownerId: '1', repositoryId: '3' })],
  });
  return warningsOf(stack).filter((warning) => warning.includes(ID));
}

describe.each(CLASSES)('a provider by %s', (_, make) => {
  test('that takes tokens for others only is warned of at each role', () => {
    const text = (path: string) =>
      `/Artifacts/Python/${path}: Nobody can assume this role: the provider Artifacts/GitHub takes no tokens for ` +
      "sts.amazonaws.com, which the workflows ask for. Write there: clientIds: ['sts.amazonaws.com','https://github.com/acme']. " +
      `[ack: cdk-python-artifact-pipeline:${ID}]`;
    expect(warnings((stack) => make(stack, ['https://github.com/acme']))).toEqual([
      text('Publisher/Role'),
      text('Ci/Role'),
    ]);
  });

  test('that takes tokens for nobody is warned of', () => {
    expect(warnings((stack) => make(stack))).toHaveLength(2);
  });

  test('that takes tokens for AWS STS among others is right', () => {
    expect(warnings((stack) => make(stack, ['https://github.com/acme', 'sts.amazonaws.com']))).toEqual([]);
  });

  test('whose audiences only deployment knows is left to it', () => {
    const unknown = Token.asList(Lazy.any({ produce: () => ({ 'Fn::Split': [',', { Ref: 'Audiences' }] }) }));
    expect(warnings((stack) => make(stack, unknown))).toEqual([]);
  });
});

test('in China, the audience of either partition will do', () => {
  const env = { ...ACME, region: 'cn-north-1' };
  const make = (clientIds: string[]) => (stack: Stack) =>
    new OidcProviderNative(stack, 'GitHub', { url, clientIds });
  expect(warnings(make(['sts.amazonaws.com.cn']), env)).toEqual([]);
  expect(warnings(make(['sts.amazonaws.eu']), env)[0]).toContain(
    'for sts.amazonaws.com or sts.amazonaws.com.cn,',
  );
});

test('one that is ours, or not made in the app, is not spoken of', () => {
  expect(warnings((stack) => new GitHubOidcProvider(stack, 'GitHub'))).toEqual([]);
  expect(warnings((stack) => GitHubOidcProvider.fromAccount(stack, 'GitHub'))).toEqual([]);
});

test('an Aspect has the last word of it', () => {
  const given = (stack: Stack) => {
    const provider = new OidcProviderNative(stack, 'GitHub', { url, clientIds: ['https://github.com/acme'] });
    Aspects.of(provider).add({
      visit: (node) => {
        if (node instanceof CfnOIDCProvider) node.addPropertyOverride('ClientIdList', ['sts.amazonaws.com']);
      },
    });
    return provider;
  };
  expect(warnings(given)).toEqual([]);
});
