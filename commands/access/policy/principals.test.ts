import { trustsIssuer } from './principals';
import { readStatements, type Statement } from './statement';

const PROVIDER = 'arn:aws:iam::111111111111:oidc-provider/token.actions.githubusercontent.com';
const trusts = (Principal: unknown, Effect = 'Allow') =>
  trustsIssuer(readStatements('trust', { Statement: { Effect, Principal } })[0] as Statement, PROVIDER).is;

test('a principal that may be anybody is never taken for nobody', () => {
  expect(trusts('*')).toBe('unknown');
  expect(trusts({ Federated: '*' })).toBe('unknown');
  expect(trusts('*', 'Deny')).toBe('true');
  expect(trusts({ Federated: PROVIDER })).toBe('true');
  expect(trusts({ AWS: '111111111111' })).toBe('false');
});
