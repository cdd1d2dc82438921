import { pathOf } from '../../private/one-of-a-kind/named-resources';
import type { UniqueKind } from '../../private/one-of-a-kind/one-of-a-kind';
import { fromAccount, withoutScheme } from './known-issuer';
import { canRefer } from './provider-arn';

/** An account has one provider for each issuer, in whatever Regions its stacks are. */
export const ONE_PROVIDER: UniqueKind = {
  types: ['AWS::IAM::OIDCProvider', 'Custom::AWSCDKOpenIdConnectProvider'],
  property: 'Url',
  isRegional: false,
  comparable: withoutScheme,
  what: (url) => `the OIDC provider for ${url}`,
  rule: 'an account has one for each issuer',
  instead: (givesWay, stays) => {
    const isInReach = canRefer(givesWay.resource.stack, stays.resource.stack);
    const there = isInReach ? `the one at ${pathOf(stays)}, or ` : '';
    return `in place of ${pathOf(givesWay)}, oidcProvider: ${there}${fromAccount(stays.name)}`;
  },
  see: 'https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateOpenIDConnectProvider.html',
};
