import { policyDifference } from './policy-difference';

const READ = 'codeartifact:ReadFromRepository';
const allow = (...Statement: object[]) => ({
  Version: '2012-10-17',
  Statement: Statement.map((one) => ({ Effect: 'Allow', Action: READ, Resource: '*', ...one })),
});
const inOrganization = (...ids: string[]) => ({ Condition: { StringEquals: { 'aws:PrincipalOrgID': ids } } });

describe('policies that come to the same', () => {
  it.each<[string, object, object]>([
    ['a text and a list of one', allow({}), allow({ Action: [READ], Resource: ['*'] })],
    [
      'one statement and two',
      allow({ Action: [READ, 'codeartifact:ListPackages'] }),
      allow({ Action: 'codeartifact:ListPackages' }, {}),
    ],
    ['everybody, in both forms', allow({ Principal: '*' }), allow({ Principal: { AWS: ['*'] } })],
    [
      'an account by its id and by its root',
      allow({ Principal: { AWS: '111111111111' } }),
      allow({ Principal: { AWS: 'arn:aws:iam::111111111111:root' } }),
    ],
    [
      'values in another order',
      allow(inOrganization('o-1', 'o-2')),
      allow(inOrganization('o-2', 'o-1', 'o-1')),
    ],
    ["actions in other letters' case", allow({}), allow({ Action: READ.toLowerCase() })],
  ])('%s', (_says, one, other) => {
    expect(policyDifference('p', [one], [other])).toBeUndefined();
    expect(policyDifference('p', [other], [one])).toBeUndefined();
  });
});

describe('policies that do not', () => {
  it.each<[object[], object[], string]>([
    [[allow({})], [], `it lacks Allow ${READ} on *`],
    [[], [allow({})], `it has, and the template has not, Allow ${READ} on *`],
    [
      [allow(inOrganization('o-1'))],
      [allow(inOrganization('o-2'))],
      'StringEquals aws:PrincipalOrgID lacks o-1, and has more: o-2',
    ],
    [[allow(inOrganization('o-1'))], [allow({})], 'StringEquals aws:PrincipalOrgID lacks o-1'],
    [
      [allow({ Principal: { AWS: '111111111111' } })],
      [allow({ Principal: '*' })],
      `it lacks Allow ${READ} to 111111111111 on *; it has, and the template has not, Allow ${READ} to * on *`,
    ],
    [
      [],
      [allow({ Action: ['codeartifact:A', 'codeartifact:B', 'codeartifact:C', 'codeartifact:D'] })],
      'it has, and the template has not, Allow codeartifact:A, codeartifact:B, codeartifact:C and 1 more on *',
    ],
    [
      [allow({})],
      [allow({ Effect: 'Deny' })],
      `it lacks Allow ${READ} on *; it has, and the template has not, Deny ${READ} on *`,
    ],
  ])('%j and %j', (expected, actual, says) => {
    expect(policyDifference('p', expected, actual)).toBe(says);
  });

  it('are not guessed at where a word is not known', () => {
    expect(() => policyDifference('p', [], [allow({ NotAction: 's3:*' })])).toThrow(
      'element NotAction is not known',
    );
  });
});
