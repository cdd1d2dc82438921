import { Annotations, RemovalPolicy } from 'aws-cdk-lib';
import { type IOIDCProviderRef, type IOidcProvider, OidcProviderNative } from 'aws-cdk-lib/aws-iam';
import { propertyInjectable } from 'aws-cdk-lib/core/lib/prop-injectable';
import type { Construct } from 'constructs';
import { REMOVAL_POLICY } from '../../codeartifact/resource/kinds';
import { checkNoSnapshot, refuseSnapshot } from '../../codeartifact/resource/removal';
import { pathIn } from '../../private/invalid-input';
import { checkKind, checkKinds, type Kinds, listOf, TEXT } from '../../private/kinds';
import { refuseSecond } from '../../private/one-of-a-kind/one-of-a-kind';
import { ISSUER } from '../names/kinds';
import { audiencesOf } from './audience';
import { GitHubIssuer } from './issuer';
import { ONE_PROVIDER } from './one-provider';
import { arnOf } from './provider-arn';
import { issuerGiven, type TrustedProvider, trustedProvider } from './trusted-provider';

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
   * The audiences of tokens for others of the account than AWS STS, each of 1 to 255 characters. IAM calls them
   * client IDs, and takes 100 in all. The roles of this library accept those of AWS STS alone.
   * @default - none beside those of AWS STS, which the provider always has
   * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateOpenIDConnectProvider.html
   */
  readonly additionalAudiences?: string[];

  /**
   * What becomes of the provider when it leaves the stack. Other stacks of the account may use it, too.
   * @default RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE
   */
  readonly removalPolicy?: RemovalPolicy;
}

const KINDS: Kinds<GitHubOidcProviderProps> = {
  issuer: ISSUER,
  additionalAudiences: listOf(TEXT),
  removalPolicy: REMOVAL_POLICY,
};

/**
 * The OIDC provider of GitHub in this account.
 *
 * An account has one for each issuer: where it exists already, reference it with `fromAccount`. No
 * thumbprint is given, since IAM trusts the certificate authority of GitHub.
 *
 * Throws for audiences that IAM would not take. Fails synthesis where the app makes another provider for the same
 * issuer in the same account, of whatever class.
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
    return reference(scope, id, { oidcProviderArn: arnOf(scope, issuer), issuer });
  }

  public readonly issuer: GitHubIssuer;

  constructor(scope: Construct, id: string, props: GitHubOidcProviderProps = {}) {
    checkKinds(pathIn(scope, id), props, KINDS);
    const issuer = props.issuer ?? GitHubIssuer.githubCom();
    checkNoSnapshot(pathIn(scope, id), props.removalPolicy);
    super(scope, id, {
      url: issuer.url,
      clientIds: audiencesOf(pathIn(scope, id), scope, props.additionalAudiences),
      removalPolicy: props.removalPolicy ?? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    this.issuer = issuer;
    refuseSecond(this, ONE_PROVIDER);
    refuseSnapshot(this);
    if (!issuer.isRunByGitHub) {
      Annotations.of(this).addWarningV2(
        'cdk-python-artifact-pipeline:issuer-must-be-reachable',
        `AWS reads ${issuer.url}/.well-known/openid-configuration and the keys that it names over the internet: ` +
          'a server that AWS can not reach is trusted by nobody.',
      );
    }
  }
}

/** The provider that somebody gave, as one of GitHub's. Throws where it is not known to be one. */
export function asGitHubProvider(scope: Construct, id: string, given: IOIDCProviderRef): IGitHubOidcProvider {
  if (issuerGiven(given)) return given as IGitHubOidcProvider;
  return reference(scope, id, trustedProvider(scope.node.path, scope, given));
}

function reference(
  scope: Construct,
  id: string,
  { oidcProviderArn, issuer }: TrustedProvider,
): IGitHubOidcProvider {
  return Object.assign(OidcProviderNative.fromOidcProviderArn(scope, id, oidcProviderArn), { issuer });
}
