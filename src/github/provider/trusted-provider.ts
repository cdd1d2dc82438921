import { CfnResource, Reference, Stack, Token, Tokenization } from 'aws-cdk-lib';
import type { IOIDCProviderRef } from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';
import { outermostStack } from '../../private/environment';
import { invalidInput } from '../../private/invalid-input';
import { lastWord } from '../../private/last-word/last-word';
import { GitHubIssuer } from './issuer';
import { fromAccount, issuerNamed, withoutScheme } from './known-issuer';
import { arnOf, canRefer } from './provider-arn';

/** What a role says of the provider that it trusts. */
export interface TrustedProvider {
  readonly issuer: GitHubIssuer;
  readonly oidcProviderArn: string;
  /** What in the app makes the provider, where that is known. */
  readonly resource?: CfnResource;
}

/**
 * A provider, whatever class it is of, as a role in a scope refers to it. Throws where it is not known to be
 * GitHub's, and where it is of another account.
 *
 * A role trusts providers of its own account only, so that the ARN is known where CloudFormation can not refer to
 * the provider: in another Region, and in another Stage.
 *
 * @param place the path of what is given the provider, for errors
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html
 */
export function trustedProvider(place: string, scope: IConstruct, given: IOIDCProviderRef): TrustedProvider {
  const { oidcProviderArn } = given.oidcProviderRef;
  const resource = resourceBehind(oidcProviderArn);
  const ours = issuerGiven(given);
  const name = ours?.name ?? (resource ? issuerOf(resource) : issuerIn(oidcProviderArn));
  const issuer = ours ?? (name === undefined ? undefined : issuerNamed(name));
  const stack = Stack.of(scope);
  const account = resource ? outermostStack(resource).account : oidcProviderArn.split(':')[4];

  const refusal = (reason: string) =>
    invalidInput(
      {
        property: 'oidcProvider',
        given: given.node.path,
        reason,
        instead: fromAccount(issuer?.name),
        see: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html',
      },
      place,
    );
  if (!issuer) {
    const isUnknown = name === undefined;
    throw refusal(
      isUnknown ? 'has an issuer that only deployment knows' : `trusts ${name}, which is not GitHub`,
    );
  }
  if (isKnownAccount(account) && isKnownAccount(stack.account) && account !== stack.account) {
    throw refusal(
      `is in account ${account}, and a role in account ${stack.account} can trust one of its own only`,
    );
  }
  const isInReach = !resource || canRefer(stack, resource.stack);
  return { issuer, oidcProviderArn: isInReach ? oidcProviderArn : arnOf(scope, issuer), resource };
}

/** The issuer that one of our providers tells. */
export function issuerGiven(given: IOIDCProviderRef): GitHubIssuer | undefined {
  const { issuer } = given as Partial<TrustedProvider>;
  return issuer instanceof GitHubIssuer ? issuer : undefined;
}

/** What in the app makes the provider of an ARN; nothing where that is a text. */
function resourceBehind(arn: string): CfnResource | undefined {
  const [target] = Tokenization.reverseString(arn).tokens.flatMap((token) =>
    Reference.isReference(token) ? [token.target] : [],
  );
  return CfnResource.isCfnResource(target) ? target : undefined;
}

function issuerOf(resource: CfnResource): string | undefined {
  const url: unknown = resource.stack.resolve(lastWord(resource, 'Url'));
  return typeof url === 'string' ? withoutScheme(url) : undefined;
}

function issuerIn(arn: string): string | undefined {
  const [, name] = /:oidc-provider\/(.+)$/.exec(arn) ?? [];
  return Token.isUnresolved(name) ? undefined : name;
}

function isKnownAccount(account: string | undefined): boolean {
  return account !== undefined && /^\d{12}$/.test(account);
}
