import { asPattern, isUnknown, shown, unknown, unknownParts } from './unknown';

test('what is unknown can be part of a text, and says what it depends on', () => {
  const text = `repo:acme/${unknown('parameter Name')}:${unknown(`Fn::If of ${unknown('IsProd')}`)}`;

  expect(isUnknown(text)).toBe(true);
  expect(unknownParts(text)).toEqual(['parameter Name', 'Fn::If of <IsProd>']);
  expect(asPattern(text)).toBe('repo:acme/*:*');
  expect(shown(text)).toBe('repo:acme/<parameter Name>:<Fn::If of <IsProd>>');
  expect(isUnknown(shown(text))).toBe(false);
});
