import { changes } from '../../commands/access/changes';
import { INSTALL, PUBLISH, TAKE_IN } from '../../commands/access/operations';
import { linesOf } from '../../commands/access/told/lines';
import { PAIRS } from './pairs';
import EXPECTED from './pairs.json';

/*
 * What each change gives and takes, read by a person line by line. Written anew with UPDATE_PAIRS=1, and to be read
 * again then.
 */
const found = Object.fromEntries(
  PAIRS.map(({ says, before, after }) => [
    says,
    linesOf(changes(before(), after(), [PUBLISH, INSTALL, TAKE_IN])).map(
      (line) => `${line.says} ${line.text}${line.reasons.map((reason) => ` [${reason}]`).join('')}`,
    ),
  ]),
);

if (process.env.UPDATE_PAIRS) {
  const { writeFileSync } = jest.requireActual<typeof import('node:fs')>('node:fs');
  writeFileSync(`${__dirname}/pairs.json`, `${JSON.stringify(found, undefined, 2)}\n`);
}

test('there are forty of them and more', () => {
  expect(PAIRS.length).toBeGreaterThanOrEqual(40);
  expect(Object.keys(EXPECTED)).toEqual(PAIRS.map(({ says }) => says));
});

test.each(Object.entries(EXPECTED))('%s', (says, lines) => {
  expect(found[says]).toEqual(lines);
});

const NOTHING = [
  'a subject that an owner made up, on both sides',
  'nothing changed',
  'a pattern that another holds',
  'order of publishers changed',
  'a package that a prefix holds',
  'boundary of elsewhere on both sides',
  'statements of the role in one for each action',
  'statements merged',
  'keys in other letters, and an Id',
  'a deny of what nobody has',
];

test('nobody gains or loses where only the wording moved, and somebody does everywhere else', () => {
  const still = Object.keys(found).filter((says) => found[says]?.length === 0);
  expect(still).toEqual(NOTHING);
});
