import { unknown } from '../unknown';
import { Catalog } from './catalog';
import { checkCondition, examine } from './conditions';
import { readPolicy } from './policy';
import { examineTrust, verdictOf } from './trust';

const PROVIDER = 'arn:aws:iam::111111111111:oidc-provider/token.actions.githubusercontent.com';
const ISSUER = 'token.actions.githubusercontent.com';
const catalog = new Catalog({
  'sts:AssumeRoleWithWebIdentity': {
    resources: [],
    conditionKeys: [`${ISSUER}:ref`, `${ISSUER}/\${SubPath}:ref`],
  },
});

describe('examine', () => {
  const holds = (condition: object, actual?: string) =>
    examine(checkCondition(condition, 'x'), { key: actual }).map((result) => result.holds);

  test.each([
    ['one of the values is known and fits', { StringEquals: { key: ['a', unknown('b')] } }, 'a', true],
    ['none fits, and one is unknown', { StringEquals: { key: ['a', unknown('b')] } }, 'c', undefined],
    ['what is known of a value rules it out', { StringLike: { key: `x:${unknown('b')}` } }, 'y:c', false],
    [
      'what is known of a value leaves it open',
      { StringLike: { key: `x:${unknown('b')}` } },
      'x:c',
      undefined,
    ],
    ['a negated operator, and it fits', { StringNotEquals: { key: ['a', unknown('b')] } }, 'a', false],
    ['a negated operator, and it is open', { StringNotEquals: { key: [unknown('b')] } }, 'c', undefined],
    ['the request has no value', { StringEquals: { key: unknown('b') } }, undefined, false],
  ])('%s', (_, condition, actual, expected) => {
    expect(holds(condition, actual)).toEqual([expected]);
  });

  test('a key that nobody thought of can not be told', () => {
    const condition = checkCondition({ StringEquals: { 'aws:SourceIp': '192.0.2.1' } }, 'x');
    expect(examine(condition, {})).toEqual([
      {
        operator: 'StringEquals',
        key: 'aws:SourceIp',
        values: ['192.0.2.1'],
        unknown: 'condition key aws:SourceIp is not known here',
      },
    ]);
  });
});

describe('examineTrust', () => {
  const statement = (effect: string, condition: object, principal: unknown = { Federated: PROVIDER }) => ({
    Effect: effect,
    Principal: principal,
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition: condition,
  });
  const ref = (value: string) => ({ StringEquals: { [`${ISSUER}:ref`]: value } });
  const judged = (statements: object[], unknownKeys?: string[], providerArn = PROVIDER) =>
    examineTrust(readPolicy('trust', { Version: '2012-10-17', Statement: statements }), {
      catalog,
      providerArn,
      claims: { ref: 'refs/heads/main' },
      unknownKeys,
    });

  test.each([
    ['an allow that applies', [statement('Allow', ref('refs/heads/main'))], true],
    ['an allow that does not', [statement('Allow', ref('refs/heads/other'))], false],
    ['an allow that is open', [statement('Allow', ref(unknown('a parameter')))], undefined],
    ['a deny that applies', [statement('Allow', {}), statement('Deny', ref('refs/heads/main'), '*')], false],
    ['a deny that is open', [statement('Allow', {}), statement('Deny', ref(unknown('x')), '*')], undefined],
    ['a deny that is open, and no allow', [statement('Deny', ref(unknown('x')), '*')], false],
    [
      'an open one beside one that applies',
      [statement('Allow', ref(unknown('x'))), statement('Allow', {})],
      true,
    ],
    ['another provider', [statement('Allow', {}, { Federated: `${PROVIDER}/acme` })], false],
    ['everybody, which is no provider', [statement('Allow', {}, '*')], false],
    ['a provider that is open', [statement('Allow', {}, { Federated: unknown('an import') })], undefined],
    ['another action', [{ ...statement('Allow', {}), Action: 'sts:AssumeRole' }], false],
  ])('%s', (_, statements, expected) => {
    expect(verdictOf(judged(statements))).toBe(expected);
  });

  test('a claim that nobody knows is not taken for one that is absent', () => {
    expect(
      verdictOf(judged([statement('Allow', ref('refs/heads/main'))], [`${ISSUER}:ref`])),
    ).toBeUndefined();
  });

  test('the issuer of an enterprise has the condition keys of all of them', () => {
    const provider = `${PROVIDER}/acme`;
    const condition = { StringEquals: { [`${ISSUER}/acme:ref`]: 'refs/heads/main' } };
    const statements = [statement('Allow', condition, { Federated: provider })];
    expect(verdictOf(judged(statements, [], provider))).toBe(true);
  });
});
