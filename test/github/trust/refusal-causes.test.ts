import { fillIn, SIGN_IN_CAUSES } from '../../../src/github/trust/refusal-causes';

const PLACES = ['trusted', 'has', 'repository', 'run', 'role', 'account', 'provider', 'claim'];

describe('the causes of a refused sign-in', () => {
  it.each(Object.entries(SIGN_IN_CAUSES))('%s is said in whole sentences', (_id, cause) => {
    for (const sentence of [cause.trusted, cause.has, cause.remedy])
      expect(sentence).toMatch(/^[A-Z{].*[.]$/);
    expect(cause.title).toMatch(/^[A-Z][^.{}]*$/);
  });

  it.each(Object.entries(SIGN_IN_CAUSES))('%s has places that everybody knows', (_id, cause) => {
    const places = Object.values(cause).flatMap((text: string) => text.match(/\{\w+\}/g) ?? []);
    for (const place of places) expect(PLACES).toContain(place.slice(1, -1));
  });

  it.each(Object.entries(SIGN_IN_CAUSES))('%s is shown by a command that changes nothing', (_id, {
    command,
  }) => {
    expect(command).toMatch(/^(gh api repos\/|aws iam get-)/);
    expect(command).not.toMatch(/ -X | --method /);
  });

  it('have no title twice, which would be one heading in the docs', () => {
    const titles = Object.values(SIGN_IN_CAUSES).map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
  });
});

describe('a sentence', () => {
  it('has its places filled in, and keeps those that nobody knows', () => {
    expect(fillIn('{a} and {b} and {a b}', { a: 'x' })).toBe('x and {b} and {a b}');
  });
});
