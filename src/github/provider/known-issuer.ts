import { GitHubIssuer } from './issuer';

/** The names of issuers of GitHub, and the factories that make them of the part in brackets. */
const FORMS = [
  [/^token\.actions\.githubusercontent\.com\/([A-Za-z0-9][A-Za-z0-9-]*)$/, 'enterprise'],
  [/^token\.actions\.([a-z0-9](?:[a-z0-9-]*[a-z0-9])?)\.ghe\.com$/, 'gheCom'],
  [
    /^((?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)\/_services\/token$/,
    'enterpriseServer',
  ],
] as const;

/** The issuer of a name, with or without a scheme; none where it is not GitHub's. */
export function issuerNamed(name: string): GitHubIssuer | undefined {
  const githubCom = GitHubIssuer.githubCom();
  if (withoutScheme(name) === githubCom.name) return githubCom;
  const [factory, part] = formOf(name) ?? [];
  return factory && GitHubIssuer[factory](part as string);
}

/** What to write for the provider that an account has; of github.com where the issuer is not GitHub's. */
export function fromAccount(issuerName = ''): string {
  const [factory, part] = formOf(issuerName) ?? [];
  return `GitHubOidcProvider.fromAccount(this, 'GitHub'${factory ? `, GitHubIssuer.${factory}('${part}')` : ''})`;
}

/** IAM names a provider by its URL without the scheme. */
export function withoutScheme(url: string): string {
  return url.replace(/^https:\/\//, '');
}

function formOf(name: string): [factory: (typeof FORMS)[number][1], part: string] | undefined {
  for (const [form, factory] of FORMS) {
    const [, part] = form.exec(withoutScheme(name)) ?? [];
    if (part !== undefined) return [factory, part];
  }
  return undefined;
}
