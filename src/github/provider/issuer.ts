import { invalidInput } from '../../private/invalid-input';
import { checkKind, TEXT } from '../../private/kinds';
import { isPlaceholder } from '../../private/token-text';

const SLUG = /^[A-Za-z0-9][A-Za-z0-9-]*$/;
const HOST = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$/;
const OIDC_REFERENCE = 'https://docs.github.com/en/actions/reference/security/oidc';

/**
 * Who signs the tokens of GitHub Actions: github.com, or a GitHub of one's own.
 *
 * Each has its own provider in IAM, its own prefix for the condition keys of a trust policy, and its own
 * claims that such a policy can rest on.
 *
 * @see https://docs.github.com/en/actions/reference/security/oidc
 */
export class GitHubIssuer {
  /**
   * github.com.
   */
  public static githubCom(): GitHubIssuer {
    return new GitHubIssuer('token.actions.githubusercontent.com', true);
  }

  /**
   * An enterprise on github.com that has switched on an issuer of its own.
   *
   * Throws for what is not a slug.
   *
   * @param slug the enterprise in `https://github.com/enterprises/SLUG`
   * @see https://docs.github.com/en/enterprise-cloud@latest/actions/reference/security/oidc
   */
  public static enterprise(slug: string): GitHubIssuer {
    checkKind(undefined, 'GitHubIssuer.enterprise', slug, TEXT);
    if (!SLUG.test(slug) && !isPlaceholder(slug)) {
      throw invalidInput({
        property: 'GitHubIssuer.enterprise',
        given: slug,
        reason: 'is not the slug of an enterprise',
        allowed: 'letters, digits and hyphens',
        see: OIDC_REFERENCE,
      });
    }
    return new GitHubIssuer(`token.actions.githubusercontent.com/${slug}`, true);
  }

  /**
   * GitHub Enterprise Cloud with data residency.
   *
   * Throws for what is not one label of a host name.
   *
   * @param subdomain `acme` for `acme.ghe.com`
   * @see https://docs.github.com/en/enterprise-cloud@latest/admin/data-residency
   */
  public static gheCom(subdomain: string): GitHubIssuer {
    checkKind(undefined, 'GitHubIssuer.gheCom', subdomain, TEXT);
    if ((!HOST.test(`${subdomain}.ghe.com`) || subdomain.includes('.')) && !isPlaceholder(subdomain)) {
      throw invalidInput({
        property: 'GitHubIssuer.gheCom',
        given: subdomain,
        reason: 'is not a subdomain of ghe.com',
        allowed: "lower-case letters, digits and hyphens, as in 'acme' for acme.ghe.com",
        see: OIDC_REFERENCE,
      });
    }
    return new GitHubIssuer(`token.actions.${subdomain}.ghe.com`, true);
  }

  /**
   * A GitHub Enterprise Server. AWS must be able to reach it to read its keys, and a trust policy can rest
   * on `sub` and `aud` only.
   *
   * Throws for what is not a host name.
   *
   * @param hostname without a scheme: `github.acme.example`
   * @see https://docs.github.com/en/enterprise-server@latest/actions/how-tos/secure-your-work/security-harden-deployments/oidc-in-aws
   */
  public static enterpriseServer(hostname: string): GitHubIssuer {
    checkKind(undefined, 'GitHubIssuer.enterpriseServer', hostname, TEXT);
    if (!HOST.test(hostname) && !isPlaceholder(hostname)) {
      throw invalidInput({
        property: 'GitHubIssuer.enterpriseServer',
        given: hostname,
        reason: 'is not a host name',
        allowed: "a name in lower case without scheme, port and path, as in 'github.acme.example'",
        instead: hostIn(hostname),
        see: OIDC_REFERENCE,
      });
    }
    return new GitHubIssuer(`${hostname}/_services/token`, false);
  }

  private constructor(
    /** The URL without its scheme: the name of the provider in IAM and the prefix of its condition keys. */
    public readonly name: string,
    /**
     * Whether GitHub runs it. Then AWS can reach it, has condition keys for more claims than `sub` and `aud`,
     * and repositories can have the immutable form of the subject.
     * @deprecated use `isEnterpriseServer`, which is the opposite
     */
    public readonly isRunByGitHub: boolean,
  ) {}

  /**
   * Whether it is a GitHub Enterprise Server, which somebody else runs. AWS has to be able to reach that, knows no claims
   * of it but `sub` and `aud`, and its repositories have the classic form of the subject alone.
   */
  public get isEnterpriseServer(): boolean {
    return !this.isRunByGitHub;
  }

  /** The URL of the issuer, as it stands in its tokens. */
  public get url(): string {
    return `https://${this.name}`;
  }
}

/** The host name of a URL, where that is what was given. */
function hostIn(url: string): string | undefined {
  const [, host] = /^https?:\/\/([^/:]+)/.exec(url.toLowerCase()) ?? [];
  return host && HOST.test(host) ? `'${host}'` : undefined;
}
