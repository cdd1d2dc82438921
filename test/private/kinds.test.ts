import { Lazy, Token } from 'aws-cdk-lib';
import {
  BOOLEAN,
  checkKind,
  checkKinds,
  type Kinds,
  listOf,
  mapping,
  memberOf,
  NUMBER,
  needed,
  objectWith,
  TEXT,
} from '../../src/private/kinds';

interface Props {
  readonly name: string;
  readonly size?: number;
  readonly tags?: { [key: string]: string };
}

const KINDS: Kinds<Props> = { name: needed(TEXT), size: NUMBER, tags: mapping('an object', TEXT) };

test.each<[string, unknown, ReturnType<typeof listOf>]>([
  ['a text', 'a', TEXT],
  ['a number', 1, NUMBER],
  ['a boolean', false, BOOLEAN],
  ['a list', ['a'], listOf(TEXT)],
  ['a mapping', { a: 'b' }, mapping('an object', TEXT)],
  ['a value of an enum', 'x', memberOf('Letters', { X: 'x' })],
  ['an object of a class', new Map(), objectWith('set', 'a map')],
  ['a token for a text', Lazy.string({ produce: () => 'x' }), TEXT],
  ['a token for a list', Lazy.list({ produce: () => ['x'] }), listOf(TEXT)],
  ['a token for a number', Token.asNumber({ Ref: 'X' }), NUMBER],
  ['a token for anything', Lazy.any({ produce: () => 1 }), BOOLEAN],
])('%s is what it has to be', (_, value, kind) => {
  expect(() => checkKind('Stack/X', 'it', value, kind)).not.toThrow();
});

test.each<[string, unknown, ReturnType<typeof listOf>, string]>([
  ['a number for a text', 1, TEXT, 'it 1 is a number. Allowed: a text. (construct Stack/X)'],
  ['nothing', undefined, TEXT, 'it (not given) is missing. Allowed: a text. (construct Stack/X)'],
  ['null', null, TEXT, 'it null is null. Allowed: a text. (construct Stack/X)'],
  [
    'a text for a list',
    'a',
    listOf(TEXT),
    'it "a" is a text. Allowed: a list, each a text. (construct Stack/X)',
  ],
  ['an item of a list', ['a', 2], listOf(TEXT), 'it[1] 2 is a number. Allowed: a text. (construct Stack/X)'],
  [
    'a hole in a list',
    ['a', undefined],
    listOf(TEXT),
    'it[1] (not given) is missing. Allowed: a text. (construct Stack/X)',
  ],
  [
    'an item of a mapping',
    { a: 1 },
    mapping('an object', TEXT),
    'it["a"] 1 is a number. Allowed: a text. (construct Stack/X)',
  ],
  [
    'no value of an enum',
    'y',
    memberOf('Letters', { X: 'x' }),
    'it "y" is a text. Allowed: a value of Letters. Write instead: Letters.X. (construct Stack/X)',
  ],
  [
    'an object of another class',
    new Set(),
    objectWith('set', 'a map', 'new Map()'),
    'it {} is another object. Allowed: a map. Write instead: new Map(). (construct Stack/X)',
  ],
  [
    'a function',
    () => 1,
    TEXT,
    'it (the function without a name) is a function. Allowed: a text. (construct Stack/X)',
  ],
])('%s is refused', (_, value, kind, message) => {
  expect(() => checkKind('Stack/X', 'it', value, kind)).toThrow(new Error(message));
});

test('a property that can be left out is left out', () => {
  expect(() => checkKinds('Stack/X', { name: 'x', size: undefined }, KINDS)).not.toThrow();
});

test.each<[string, unknown, string]>([
  ['a missing one', {}, 'name (not given) is missing. Allowed: a text. (construct Stack/X)'],
  [
    'one of another kind',
    { name: 'x', size: '1' },
    'size "1" is a text. Allowed: a number. (construct Stack/X)',
  ],
  [
    'a text for all of them',
    'x',
    'props "x" is no object with properties. Allowed: an object with name. (construct Stack/X)',
  ],
  [
    'nothing for all of them',
    undefined,
    'props (not given) is no object with properties. Allowed: an object with name. (construct Stack/X)',
  ],
])('%s is named', (_, props, message) => {
  expect(() => checkKinds('Stack/X', props as Props, KINDS)).toThrow(new Error(message));
});
