import * as fc from 'fast-check';
import { GitHubIssuer } from '../../../src';
import { accepted, anyText } from '../../support/inputs';
import { expectRefusal } from '../../support/refusals';
import { tokenText } from '../../support/tokens';

const SEE = 'See https://docs.github.com/en/actions/reference/security/oidc';

describe('an issuer', () => {
  test.each([
    [GitHubIssuer.githubCom(), 'token.actions.githubusercontent.com', true],
    [GitHubIssuer.enterprise('Acme-Corp'), 'token.actions.githubusercontent.com/Acme-Corp', true],
    [GitHubIssuer.gheCom('acme'), 'token.actions.acme.ghe.com', true],
    [GitHubIssuer.enterpriseServer('github.acme.example'), 'github.acme.example/_services/token', false],
  ])('%# has its own name and URL', (issuer, name, isRunByGitHub) => {
    expect(issuer.name).toBe(name);
    expect(issuer.url).toBe(`https://${name}`);
    expect(issuer.isRunByGitHub).toBe(isRunByGitHub);
  });

  test.each([
    '',
    'acme corp',
    'acme/evil',
    '-acme',
    'acme*',
    '../acme',
    'acme:sub',
    'acme\n',
    '\u0430cme',
  ])('of an enterprise may not be %j', (slug) => {
    expectRefusal(
      () => GitHubIssuer.enterprise(slug),
      `GitHubIssuer.enterprise ${JSON.stringify(slug)} is not the slug of an enterprise.`,
      'Allowed: letters, digits and hyphens.',
      SEE,
    );
  });

  test.each([
    '',
    'Acme',
    'acme.evil',
    'acme.ghe.com',
    '-acme',
    'acme-',
    'acme/x',
    'a_b',
    '*',
    'a'.repeat(254),
  ])('of ghe.com may not be %j', (subdomain) => {
    expectRefusal(
      () => GitHubIssuer.gheCom(subdomain),
      `GitHubIssuer.gheCom ${JSON.stringify(subdomain)} is not a subdomain of ghe.com.`,
      "Allowed: lower-case letters, digits and hyphens, as in 'acme' for acme.ghe.com.",
      SEE,
    );
  });

  test.each([
    '',
    'github',
    'github.acme.example:8443',
    'github.acme.example/x',
    'GitHub.acme.example',
    '*.acme.example',
    'github..example',
    'github.acme.example.',
    'github.com@acme.example',
    `${'a.'.repeat(127)}aa`,
  ])('of a server may not be %j', (hostname) => {
    expectRefusal(
      () => GitHubIssuer.enterpriseServer(hostname),
      `GitHubIssuer.enterpriseServer ${JSON.stringify(hostname)} is not a host name.`,
      "Allowed: a name in lower case without scheme, port and path, as in 'github.acme.example'.",
      SEE,
    );
  });

  const factories: [string, (name: string) => GitHubIssuer][] = [
    ['enterprise', GitHubIssuer.enterprise],
    ['gheCom', GitHubIssuer.gheCom],
    ['enterpriseServer', GitHubIssuer.enterpriseServer],
  ];

  test.each(
    factories,
  )('by %s can not be left to deployment, since its name is part of a key', (_name, create) => {
    expect(() => create(tokenText())).toThrow(/^GitHubIssuer\.\w+ "\$\{Token/);
  });

  test.each(factories)('by %s is plain text for IAM, whatever is given', (_name, create) => {
    fc.assert(
      fc.property(anyText, (text) => {
        const issuer = accepted(() => create(text));
        if (issuer) expect(issuer.name).toMatch(/^[A-Za-z0-9._/-]+$/);
      }),
    );
  });
});

test('the URL of a server is refused with its host name', () => {
  expectRefusal(
    () => GitHubIssuer.enterpriseServer('https://GitHub.acme.example/'),
    'GitHubIssuer.enterpriseServer "https://GitHub.acme.example/" is not a host name.',
    "Allowed: a name in lower case without scheme, port and path, as in 'github.acme.example'.",
    "Write instead: 'github.acme.example'.",
    SEE,
  );
});
