import type { RequiredClaims } from '../../github';
import { REQUIRED_CLAIMS } from '../../github/trust/required-claims';
import { type Kinds, listOf, mapping, TEXT } from '../../private/kinds';

/**
 * How Dependabot installs: by a role of its own, which can do nothing else.
 *
 * Its proxy asks for a token without saying how long, so that the role holds no token to a time: one is valid for
 * what CodeArtifact gives then, 12 hours.
 *
 * @see https://docs.github.com/en/code-security/how-tos/secure-your-supply-chain/manage-your-dependency-security/configuring-access-to-private-registries-for-dependabot#using-oidc-for-authentication
 */
export interface DependabotOptions {
  /**
   * The exact names of the default branches of the repositories, which Dependabot runs on. The role trusts these
   * branches alone, and any workflow on them.
   * @default ['main']
   */
  readonly defaultBranches?: string[];

  /**
   * The name of the role, up to 64 characters.
   * @default - made from the names of the stack and of the reader
   */
  readonly roleName?: string;

  /**
   * What Dependabot's token has to say beside its subject. Give only what somebody has seen in one.
   * @default - the `enterpriseIds` of the reader's `requiredClaims`; the others are of runs that people start
   */
  readonly requiredClaims?: RequiredClaims;
}

export const DEPENDABOT = mapping("an object, as in { defaultBranches: ['main'] }");

export const DEPENDABOT_KINDS: Kinds<DependabotOptions> = {
  defaultBranches: listOf(TEXT),
  roleName: TEXT,
  requiredClaims: REQUIRED_CLAIMS,
};
