import { pathOf } from '../../private/one-of-a-kind/named-resources';
import type { UniqueKind } from '../../private/one-of-a-kind/one-of-a-kind';

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html */
export const ONE_ROLE: UniqueKind = {
  types: ['AWS::IAM::Role'],
  property: 'RoleName',
  isRegional: false,
  comparable: (name) => name.toLowerCase(),
  what: (name) => `the role ${name}`,
  rule: "an account has one of each name, in whatever Region, path and letters' case",
  instead: (givesWay) =>
    `another name for ${pathOf(givesWay)}, which is roleName, or publishRoleName or readRoleName of what makes it`,
  see: 'https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html',
};
