import { Annotations, RemovalPolicy, Stack, Token } from 'aws-cdk-lib';
import { type IOidcProvider, OidcProviderNative } from 'aws-cdk-lib/aws-iam';
import { propertyInjectable } from 'aws-cdk-lib/core/lib/prop-injectable';
import type { Construct, IConstruct } from 'constructs';
import { checkNoSnapshot, refuseSnapshot } from '../../codeartifact/resource/removal';
import { invalidInput, pathIn } from '../../private/invalid-input';
import { checkKind, checkKinds, type Kinds, memberOf } from '../../private/kinds';
import { ISSUER } from '../names/kinds';
import { stsAudiences } from './audience';
import { GitHubIssuer } from './issuer';

/**
 * The provider in IAM that trusts the tokens of a GitHub.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html
 */
export interface IGitHubOidcProvider extends IOidcProvider {
  /** Whose tokens these are. */
  readonly issuer: GitHubIssuer;
}

/** What a new provider is made of. */
export interface GitHubOidcProviderProps {
  /**
   * Whose tokens to trust.
   * @default GitHubIssuer.githubCom()
   */
  readonly issuer?: GitHubIssuer;

  /**
   * What becomes of the provider when it leaves the stack. Other stacks of the account may use it, too.
   * @default RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE
   */
  readonly removalPolicy?: RemovalPolicy;
}

const KINDS: Kinds<GitHubOidcProviderProps> = {
  issuer: ISSUER,
  removalPolicy: memberOf('RemovalPolicy', RemovalPolicy),
};

const providersOf = new WeakMap<IConstruct, Map<string, GitHubOidcProvider>>();

/**
 * The OIDC provider of GitHub in this account.
 *
 * An account has one for each issuer: where it exists already, reference it with `fromAccount`. No
 * thumbprint is given, since IAM trusts the certificate authority of GitHub.
 *
 * Throws where the app has a provider for the same issuer in the same account.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html
 */
@propertyInjectable
export class GitHubOidcProvider extends OidcProviderNative implements IGitHubOidcProvider {
  /** The id by which an `IPropertyInjector` of aws-cdk-lib finds this class. */
  public static override readonly PROPERTY_INJECTION_ID: string =
    'cdk-python-artifact-pipeline.GitHubOidcProvider';

  /**
   * References the provider that the account has already.
   *
   * @param issuer whose tokens it trusts; `GitHubIssuer.githubCom()` where it is not given
   */
  public static fromAccount(
    scope: Construct,
    id: string,
    issuer: GitHubIssuer = GitHubIssuer.githubCom(),
  ): IGitHubOidcProvider {
    checkKind(pathIn(scope, id), 'issuer', issuer, ISSUER);
    const imported = OidcProviderNative.fromOidcProviderArn(scope, id, arnOf(scope, issuer));
    return Object.assign(imported, { issuer });
  }

  public readonly issuer: GitHubIssuer;

  constructor(scope: Construct, id: string, props: GitHubOidcProviderProps = {}) {
    checkKinds(pathIn(scope, id), props, KINDS);
    const issuer = props.issuer ?? GitHubIssuer.githubCom();
    refuseSecond(scope, id, issuer);
    checkNoSnapshot(pathIn(scope, id), props.removalPolicy);
    super(scope, id, {
      url: issuer.url,
      clientIds: stsAudiences(scope),
      removalPolicy: props.removalPolicy ?? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    this.issuer = issuer;
    refuseSnapshot(this);
    if (!issuer.isRunByGitHub) {
      Annotations.of(this).addWarningV2(
        'cdk-python-artifact-pipeline:issuer-must-be-reachable',
        `AWS reads ${issuer.url}/.well-known/openid-configuration and the keys that it names over the internet: ` +
          'a server that AWS can not reach is trusted by nobody.',
      );
    }
    providersOf.set(this.node.root, providersIn(scope).set(keyOf(scope, issuer), this));
  }
}

/** The ARN of an issuer's provider in the account of the stack: IAM forms it from the URL. */
export function arnOf(scope: Construct, issuer: GitHubIssuer): string {
  return Stack.of(scope).formatArn({
    service: 'iam',
    region: '',
    resource: 'oidc-provider',
    resourceName: issuer.name,
  });
}

/** A nested stack is deployed with the one around it, into the same account. */
function outermostStack(scope: Construct): Stack {
  const stack = Stack.of(scope);
  return stack.nestedStackParent ? outermostStack(stack.nestedStackParent) : stack;
}

function providersIn(scope: Construct): Map<string, GitHubOidcProvider> {
  return providersOf.get(scope.node.root) ?? new Map();
}

/** An account has one provider for each issuer, in whatever Regions its stacks are. */
function keyOf(scope: Construct, issuer: GitHubIssuer): string {
  const stack = outermostStack(scope);
  const account = Token.isUnresolved(stack.account) ? stack.node.path : stack.account;
  return `${account} ${issuer.url}`;
}

function refuseSecond(scope: Construct, id: string, issuer: GitHubIssuer): void {
  const first = providersIn(scope).get(keyOf(scope, issuer));
  if (!first) return;
  throw invalidInput(
    {
      property: 'GitHubOidcProvider',
      given: id,
      reason: `would be the second provider for ${issuer.url}, and an account has one for each issuer`,
      instead: `oidcProvider: the one at ${first.node.path}, or GitHubOidcProvider.fromAccount(this, '${id}')`,
      see: 'https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateOpenIDConnectProvider.html',
    },
    pathIn(scope, id),
  );
}
