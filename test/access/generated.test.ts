import fc from 'fast-check';
import { rolesOf, sharedToken, wrongPermissions, wrongTrust } from './proof';
import { setups } from './setups';

/** All 10,000 are proved by `npm run prove:access`; here are the first of them. */
const SAMPLE = 40;
const SEED = Number(process.env.FAST_CHECK_SEED ?? 20260715);
const sample = fc.sample(setups, { numRuns: SAMPLE, seed: SEED });
const access = rolesOf(sample);

test('what a role trusts is what its props say, no more and no less', () => {
  expect(sample.flatMap((setup, index) => wrongTrust(access, index, setup))).toEqual([]);
});

test('what it may do is the list of actions on those packages, and nothing else', () => {
  expect(sample.slice(0, 10).flatMap((setup, index) => wrongPermissions(access, index, setup))).toEqual([]);
});

test('no token is of two publishers that the props tell apart', () => {
  const apart = sample.flatMap(({ who, ...rest }) =>
    who.filter(({ repository }) => repository !== undefined).map((one) => ({ ...rest, who: [one] })),
  );
  const each = rolesOf(apart);
  for (let index = 1; index < apart.length; index++)
    expect(sharedToken(each, index - 1, index)).toBeUndefined();
});
