import { Misuse } from '../../command';
import { event } from '../../testing/cloudtrail';
import { claimsOf, tokenOf } from '../../testing/pipeline';
import { isDependabot } from './caller';
import { readCaller } from './read-caller';

const CLAIMS = claimsOf();
const TOKEN = tokenOf(CLAIMS);
const [HEADER, PAYLOAD, SIGNATURE] = TOKEN.split('.');
const EXPECTED = Object.fromEntries(Object.entries(CLAIMS).map(([claim, value]) => [claim, String(value)]));
const read = (input: string) => readCaller(input, 'claims.json');

/** A payload whose base64 has every length modulo four, and characters that the alphabets differ in. */
const PADDED = ['', 'a', 'ab', 'abc'].map((more) => ({ ...CLAIMS, actor: `ÿÿ>>??${more}` }));

describe('a token', () => {
  test.each([
    ['as it is', TOKEN],
    ['without a signature', `${HEADER}.${PAYLOAD}.`],
    ['without a third part', `${HEADER}.${PAYLOAD}`],
    ['with the end of a line of Windows', `${TOKEN}\r\n`],
    ['with a byte order mark', `\ufeff${TOKEN}\n`],
    ['as a header has it', `Bearer ${TOKEN}`],
    ['in quotes of a shell', `'${TOKEN}'`],
    ['on the lines of a terminal', TOKEN.replaceAll(/(.{80})/g, '$1\n  ')],
    ['with spaces around its points', TOKEN.replaceAll('.', ' . ')],
    ['as a text of JSON', JSON.stringify(TOKEN)],
    ['in the answer of GitHub to a job', JSON.stringify({ count: 1, value: TOKEN })],
    ['somewhere in JSON', JSON.stringify({ a: [{ b: null, credentials: { token: TOKEN } }] })],
  ])('%s', (_, input) => {
    expect(read(input)).toEqual({ source: 'token', isComplete: true, claims: EXPECTED, notes: [] });
  });

  test.each(
    PADDED.flatMap((claims) => [[claims, 'base64'] as const, [claims, 'base64url'] as const]),
  )('padding and alphabet: %j in %s', (claims, encoding) => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString(encoding);
    const token = `${part({ alg: 'RS256' })}.${part(claims)}.${SIGNATURE}`;
    expect(read(token).claims.actor).toBe(claims.actor);
    const withPadding = token.split('.').map((one) => one.padEnd(Math.ceil(one.length / 4) * 4, '='));
    expect(read(withPadding.join('.')).claims.actor).toBe(claims.actor);
  });
});

describe('claims', () => {
  test.each([
    ['by themselves', CLAIMS],
    ['below claims', { claims: CLAIMS }],
    ['below payload', { header: { alg: 'RS256' }, payload: CLAIMS }],
    ['far below, as another program gives them', [{ oidc: { token: { decoded: CLAIMS } } }]],
    ['beside the token that they are of', { ...CLAIMS, token: undefined }],
  ])('%s', (_, input) => {
    const crlf = `\ufeff${JSON.stringify(input, undefined, 2).replaceAll('\n', '\r\n')}`;
    expect(read(crlf)).toEqual({ source: 'claims', isComplete: true, claims: EXPECTED, notes: [] });
  });

  test('some of them: what the subject says is known, and the rest is not', () => {
    const caller = read(
      '{"sub":"repo:acme@1234/orders-sdk@5678:environment:a%3Ab","aud":["sts.amazonaws.com"]}',
    );
    expect(caller).toEqual({
      source: 'claims',
      isComplete: false,
      claims: {
        sub: 'repo:acme@1234/orders-sdk@5678:environment:a%3Ab',
        aud: 'sts.amazonaws.com',
        repository: 'acme/orders-sdk',
        repository_owner: 'acme',
        repository_owner_id: '1234',
        repository_id: '5678',
        environment: 'a:b',
      },
      notes: [
        'These are some claims of a token (no iat, exp, jti): one that is not among them is not known.',
      ],
    });
  });

  test.each([
    ['repo:acme/orders-sdk:ref:refs/heads/main', { ref: 'refs/heads/main', environment: undefined }],
    ['repo:acme/orders-sdk:pull_request', { event_name: 'pull_request', environment: undefined }],
    ['repo:acme/orders-sdk:job_workflow_ref:acme/x/.github/workflows/y.yml@refs/heads/main', {}],
  ])('of %s', (sub, more) => {
    const { claims } = read(JSON.stringify({ sub }));
    expect(claims).toStrictEqual({ sub, repository: 'acme/orders-sdk', repository_owner: 'acme', ...more });
  });
});

const TAKEN =
  'Give the claims of a token as JSON, a JSON Web Token, or an event AssumeRoleWithWebIdentity of CloudTrail.';

test.each([
  ['', `claims.json is empty. ${TAKEN}`],
  [' \r\n', `claims.json is empty. ${TAKEN}`],
  ['{"sub": ', `claims.json is neither JSON nor a JSON Web Token. ${TAKEN}`],
  ['{"sub": "a" x}', `claims.json is neither JSON (position 12) nor a JSON Web Token. ${TAKEN}`],
  ['hello', `claims.json is neither JSON nor a JSON Web Token. ${TAKEN}`],
  [`${TOKEN} ${TOKEN}`, `claims.json is neither JSON nor a JSON Web Token. ${TAKEN}`],
  ['null', `claims.json has no sub, so that it can't be who asks. ${TAKEN}`],
  ['[]', `claims.json has no sub, so that it can't be who asks. ${TAKEN}`],
  ['42', `claims.json has no sub, so that it can't be who asks. ${TAKEN}`],
  ['{}', `claims.json has no sub, so that it can't be who asks. ${TAKEN}`],
  ['{"sub":""}', `claims.json has no sub, so that it can't be who asks. ${TAKEN}`],
  ['{"sub":null}', 'claims.json: sub is no text. AWS takes a token with one sub.'],
  ['{"sub":"a","aud":["b","c"]}', 'claims.json: aud is no text. AWS takes a token with one aud.'],
  [
    `${HEADER}.${PAYLOAD?.slice(0, -9)}.`,
    'claims.json is a JSON Web Token whose second part holds no JSON. It may have been cut off.',
  ],
  [
    tokenOf([1]),
    'claims.json is a JSON Web Token whose second part holds no JSON. It may have been cut off.',
  ],
  [tokenOf({ aud: 'x' }), `claims.json has no sub, so that it can't be who asks. ${TAKEN}`],
  ['{"Records":[]}', 'claims.json holds no event AssumeRoleWithWebIdentity, but: none at all.'],
  [
    JSON.stringify(event({ eventName: 'AssumeRole' })),
    'claims.json holds no event AssumeRoleWithWebIdentity, but: AssumeRole.',
  ],
  [
    JSON.stringify(
      event(
        { errorCode: 'InvalidIdentityToken', errorMessage: 'Token is not valid' },
        { userName: undefined },
      ),
    ),
    'claims.json says no subject (userIdentity.userName): AWS could not read the token. AWS says InvalidIdentityToken: Token is not valid. Give the claims of the run.',
  ],
  [
    JSON.stringify(
      event(
        {
          errorCode: 'InvalidIdentityTokenException',
          errorMessage: 'No OpenIDConnect provider found in your account for https://x.',
        },
        { userName: undefined },
      ),
    ),
    'claims.json says no subject (userIdentity.userName): AWS could not read the token. AWS says InvalidIdentityTokenException: No OpenIDConnect provider found in your account for https://x. Deploy the stack that makes it, or make it in the account.',
  ],
])('refuses %j', (input, message) => {
  const error = (() => {
    try {
      return read(input);
    } catch (thrown) {
      return thrown as Error;
    }
  })();
  expect(error).toBeInstanceOf(Misuse);
  expect((error as Error).message).toBe(message);
});

test.each([
  [{ workflow: 'Dependabot Updates', actor: 'dependabot[bot]' }, true],
  [{ job_workflow_ref: 'acme/orders-sdk/dynamic/dependabot/dependabot-updates@refs/heads/main' }, true],
  [{ actor: 'dependabot[bot]', event_name: 'pull_request' }, false],
])('%j is Dependabot that looks for updates: %s', (change, expected) => {
  expect(isDependabot(read(JSON.stringify(claimsOf(change))))).toBe(expected);
});
