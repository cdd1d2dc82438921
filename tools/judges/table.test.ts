import { faults } from './finding';
import { table } from './table';

const finding = { file: 'a.yml', rule: 'acme-1', message: 'is broken' };
const explained = { ...finding, suppressed: 'of no concern | here' };
const verdict = {
  judge: 'acme, strict',
  version: '1.0',
  read: '2 files',
  findings: [finding, explained, { ...explained, file: 'b.yml' }],
  bites: [finding, { ...finding, file: 'b.yml' }],
};

test('a judge has a row, with what it found, what is explained and what it finds when that is broken', () => {
  expect(table([verdict], [])).toContain('\n| acme, strict | 1.0 | 2 files | 1 | 2 | `acme-1` |\n');
});

test('what is explained is counted, and has its reason', () => {
  expect(table([verdict], [])).toContain('\n| acme | `acme-1` | 2 | of no concern \\| here |\n');
});

test('actions that could not be read are named', () => {
  expect(table([], [])).toContain('None is left out.\n');
  expect(table([], ['acme/a v1', 'acme/b v2'])).toContain(
    'Could not be read so far: acme/a v1, acme/b v2.\n',
  );
});

test('what is not explained is a fault', () => {
  expect(faults([finding, explained])).toEqual(['a.yml: acme-1 is broken']);
  expect(faults([{ ...finding, suppressed: '' }])).toEqual(['a.yml: acme-1 is broken']);
});
