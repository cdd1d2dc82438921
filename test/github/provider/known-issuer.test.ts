import * as fc from 'fast-check';
import { GitHubIssuer } from '../../../src';
import { fromAccount, issuerNamed, withoutScheme } from '../../../src/github/provider/known-issuer';

const GITHUBS: [GitHubIssuer, written: string][] = [
  [GitHubIssuer.githubCom(), ''],
  [GitHubIssuer.enterprise('Acme-Corp'), ", GitHubIssuer.enterprise('Acme-Corp')"],
  [GitHubIssuer.gheCom('acme'), ", GitHubIssuer.gheCom('acme')"],
  [
    GitHubIssuer.enterpriseServer('github.acme.example'),
    ", GitHubIssuer.enterpriseServer('github.acme.example')",
  ],
];

test.each(
  GITHUBS,
)('an issuer of GitHub is known by its name and by its URL, and written as it was made: %#', (issuer, written) => {
  for (const name of [issuer.name, issuer.url]) {
    expect(issuerNamed(name)).toEqual(issuer);
    expect(fromAccount(name)).toBe(`GitHubOidcProvider.fromAccount(this, 'GitHub'${written})`);
  }
});

test.each([
  '',
  'accounts.google.com',
  'token.actions.githubusercontent.com/',
  'token.actions.githubusercontent.com/acme/evil',
  'token.actions.githubusercontent.com.evil.example',
  'token.actions.evil.acme.ghe.com',
  'github.acme.example/_services/token/evil',
  'evil/_services/token',
  'oidc.eks.us-east-1.amazonaws.com/id/ABCDEF',
])('%j is none of GitHub', (name) => {
  expect(issuerNamed(name)).toBeUndefined();
  expect(fromAccount(name)).toBe("GitHubOidcProvider.fromAccount(this, 'GitHub')");
});

test('whatever is known has the name that it is known by', () => {
  const part = fc.stringMatching(/^[a-zA-Z0-9._/-]{0,12}$/);
  const anyName = part.chain((text) =>
    fc.constantFrom(
      `token.actions.githubusercontent.com/${text}`,
      `token.actions.${text}.ghe.com`,
      `${text}/_services/token`,
    ),
  );
  fc.assert(
    fc.property(anyName, (name) => {
      const issuer = issuerNamed(name);
      if (issuer) expect(issuer.name).toBe(name);
    }),
  );
});

test('IAM names a provider without the scheme of its URL', () => {
  expect(withoutScheme('https://accounts.google.com')).toBe('accounts.google.com');
  expect(withoutScheme('accounts.google.com')).toBe('accounts.google.com');
});
