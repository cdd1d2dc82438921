import { Annotations, RemovalPolicy } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { GitHubIssuer, GitHubOidcProvider } from '../../../src';
import { deploy } from '../../support/deployed';
import { publishRole } from '../../support/publish-role';
import { newStack } from '../../support/stacks';
import { only } from '../../support/statements';
import { trustOf } from '../../support/trust';
import { warningsOf } from '../../support/warnings';

const TYPE = 'AWS::IAM::OIDCProvider';

describe('a new provider', () => {
  test('is the native resource, for AWS STS only, without a thumbprint, and nothing beside it', () => {
    const stack = newStack();
    new GitHubOidcProvider(stack, 'Provider');
    const resources = deploy(stack);
    expect(resources.map(({ type }) => type)).toEqual([TYPE]);
    expect(resources[0].properties).toEqual({
      Url: 'https://token.actions.githubusercontent.com',
      ClientIdList: ['sts.amazonaws.com'],
    });
  });

  test('is retained, since other stacks may use it', () => {
    const stack = newStack();
    new GitHubOidcProvider(stack, 'Provider');
    Template.fromStack(stack).hasResource(TYPE, {
      DeletionPolicy: 'RetainExceptOnCreate',
      UpdateReplacePolicy: 'Retain',
    });
  });

  test('is deleted where that is asked', () => {
    const stack = newStack();
    new GitHubOidcProvider(stack, 'Provider', { removalPolicy: RemovalPolicy.DESTROY });
    expect(only(deploy(stack), TYPE).deletionPolicy).toBe('Delete');
  });

  test('accepts the audience of the China partition there', () => {
    const stack = newStack({ region: 'cn-north-1' });
    new GitHubOidcProvider(stack, 'Provider');
    expect(only(deploy(stack), TYPE).properties.ClientIdList).toEqual([
      'sts.amazonaws.com',
      'sts.amazonaws.com.cn',
    ]);
  });

  test('takes tokens for others of the account, which its roles do not', () => {
    const stack = newStack();
    const oidcProvider = new GitHubOidcProvider(stack, 'Provider', {
      additionalAudiences: ['https://github.com/acme'],
    });
    publishRole(stack, { oidcProvider });
    expect(only(deploy(stack), TYPE).properties.ClientIdList).toEqual([
      'sts.amazonaws.com',
      'https://github.com/acme',
    ]);
    const [{ conditions }] = trustOf(stack);
    expect(conditions.StringEquals).toEqual({
      'token.actions.githubusercontent.com:aud': ['sts.amazonaws.com'],
    });
  });

  test('refuses an audience that IAM would refuse, with its own path', () => {
    expect(() => new GitHubOidcProvider(newStack(), 'Provider', { additionalAudiences: [''] })).toThrow(
      /^additionalAudiences "" has 0 characters\. .* \(construct Stack\/Provider\)$/,
    );
  });

  test('may be of another issuer', () => {
    const stack = newStack();
    const issuer = GitHubIssuer.gheCom('acme');
    const provider = new GitHubOidcProvider(stack, 'Provider', Object.freeze({ issuer }));
    expect(provider.issuer).toBe(issuer);
    expect(only(deploy(stack), TYPE).properties.Url).toBe('https://token.actions.acme.ghe.com');
  });
});

describe("a provider of a server of one's own", () => {
  const issuer = GitHubIssuer.enterpriseServer('github.acme.example');

  test('warns that AWS must be able to reach it, which can be acknowledged', () => {
    const stack = newStack();
    new GitHubOidcProvider(stack, 'Provider', { issuer });
    const id = 'cdk-python-artifact-pipeline:issuer-must-be-reachable';
    expect(warningsOf(stack)).toEqual([
      '/Stack/Provider: AWS reads https://github.acme.example/_services/token/.well-known/openid-configuration ' +
        'and the keys that it names over the internet: a server that AWS can not reach is trusted by nobody. ' +
        `[ack: ${id}]`,
    ]);
    Annotations.of(stack).acknowledgeWarning(id, 'it is reachable');
    expect(warningsOf(stack)).toEqual([]);
  });

  test('is no matter for those that GitHub runs', () => {
    const stack = newStack();
    new GitHubOidcProvider(stack, 'Provider', { issuer: GitHubIssuer.gheCom('acme') });
    expect(warningsOf(stack)).toEqual([]);
  });
});

describe('the provider that an account has', () => {
  test.each([
    [undefined, 'token.actions.githubusercontent.com'],
    [GitHubIssuer.enterprise('acme'), 'token.actions.githubusercontent.com/acme'],
    [GitHubIssuer.gheCom('acme'), 'token.actions.acme.ghe.com'],
    [GitHubIssuer.enterpriseServer('github.acme.example'), 'github.acme.example/_services/token'],
  ])('has the ARN that IAM forms, in every partition: %#', (issuer, name) => {
    const stack = newStack();
    const provider = GitHubOidcProvider.fromAccount(stack, 'Provider', issuer);
    expect(stack.resolve(provider.oidcProviderArn)).toEqual({
      'Fn::Join': [
        '',
        ['arn:', { Ref: 'AWS::Partition' }, ':iam::', { Ref: 'AWS::AccountId' }, `:oidc-provider/${name}`],
      ],
    });
    expect(provider.issuer.name).toBe(name);
    expect(deploy(stack)).toEqual([]);
  });

  test('may be referenced twice, and beside a new one', () => {
    const stack = newStack();
    GitHubOidcProvider.fromAccount(stack, 'First');
    GitHubOidcProvider.fromAccount(stack, 'Second');
    new GitHubOidcProvider(stack, 'Third');
    expect(deploy(stack)).toHaveLength(1);
  });
});
