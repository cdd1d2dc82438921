import { ExitCode } from '../command';
import { assembly, explained, ISSUER, PROVIDER, role, statement, sub } from '../testing/hand-written';
import { claimsOf, tokenOf } from '../testing/pipeline';
import { runCommand } from '../testing/run';

describe('mistakes that people make', () => {
  test.each([
    [
      'a wildcard for StringEquals',
      sub('repo:acme/orders-sdk:*', 'StringEquals'),
      'claim',
      'StringEquals takes * for a letter; StringLike takes it for any',
    ],
    [
      'a condition key that AWS does not have',
      {
        StringEquals: { [`${ISSUER}:runner_environment`]: 'github-hosted' },
        ...sub('repo:acme/orders-sdk:*'),
      },
      'claim',
      'AWS has no such condition key for this issuer, so that it is always absent',
    ],
    [
      'a prefix that is no issuer',
      { StringEquals: { 'token.actions.github.com:sub': 'x' } },
      'claim',
      'token.actions.github.com:sub x',
    ],
  ])('%s', async (_, condition, cause, note) => {
    const folder = assembly({ Resources: { Role: role(statement(condition)) } });
    const { code, stdout } = await runCommand(['explain', '--claims', '-', '--app', folder], {
      input: tokenOf(claimsOf()),
    });
    expect(code).toBe(ExitCode.NO);
    expect(stdout).toContain(`refused[${cause}]`);
    expect(stdout).toContain(note);
  });

  test('a statement that denies is the one that is named', async () => {
    const deny = {
      ...statement(sub('repo:acme/orders-sdk:ref:refs/heads/*')),
      Effect: 'Deny',
      Principal: '*',
    };
    const template = { Resources: { Role: role([statement(sub('repo:acme/*')), deny]) } };
    const { code, roles } = await explained(template, claimsOf({ ref: 'refs/heads/main' }));
    expect(code).toBe(ExitCode.NO);
    expect(roles[0].causes).toMatchObject([
      { id: 'claim', trusted: 'The role trusts nobody whom statement 2 denies.' },
    ]);
    expect(await explained(template)).toMatchObject({ code: ExitCode.YES });
  });

  test('the provider of another account', async () => {
    const elsewhere = PROVIDER.replace('111111111111', '222222222222');
    const { roles } = await explained({
      Resources: { Role: role(statement(sub('repo:acme/*'), elsewhere)) },
    });
    expect(roles[0].causes).toMatchObject([
      { id: 'issuer', trusted: `The role trusts tokens of ${elsewhere}.` },
    ]);
  });
});
