import { checkRolePath } from '../../../src/github/roles/role-path';
import { expectRefusal } from '../../support/refusals';
import { tokenText } from '../../support/tokens';

const ALLOWED =
  "Allowed: a slash, or characters without spaces between two slashes, up to 512 in all, as in '/publishers/'.";
const SEE =
  'See https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html (construct Stack/Role)';

test.each([
  undefined,
  '/',
  '/publishers/',
  '/teams/python/',
  `/${'p'.repeat(510)}/`,
  '/a!~/',
  tokenText(),
  'dummy-value-for-/acme/role-path',
])('%p is a path', (path) => {
  expect(() => checkRolePath('Stack/Role', path)).not.toThrow();
});

test.each([
  ['publishers', "Write instead: '/publishers/'."],
  ['/publishers', "Write instead: '/publishers/'."],
  ['publishers/python/', "Write instead: '/publishers/python/'."],
  ['', undefined],
  ['//', undefined],
  ['/two words/', undefined],
  ['/\n/', undefined],
  ['/tür/', undefined],
])('%j is refused', (path, instead) => {
  const sentences = [
    `rolePath ${JSON.stringify(path)} is not a path that IAM accepts.`,
    ALLOWED,
    instead,
    SEE,
  ];
  expectRefusal(() => checkRolePath('Stack/Role', path), ...sentences.filter((text) => text !== undefined));
});

test('one of more than 512 characters is refused with its length', () => {
  const path = `/${'p'.repeat(511)}/`;
  expectRefusal(
    () => checkRolePath('Stack/Role', path),
    `rolePath "${path.slice(0, 300)}…" has 513 characters.`,
    ALLOWED,
    SEE,
  );
});
