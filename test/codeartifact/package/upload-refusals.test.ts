import { CONFLICTS, LIKELY_REFUSALS, told } from '../../../src/codeartifact/package/upload-refusals';

const REFUSALS = Object.entries({ ...CONFLICTS, ...LIKELY_REFUSALS });

test.each(REFUSALS)('%s is a sentence, and what to do', (_id, { cause, remedy }) => {
  expect(cause).toMatch(/^[A-Z].*[.]$/);
  expect(remedy).toMatch(/^[A-Z].*[.]$/);
});

test('they are told as one text, which bash and GitHub take as it is', () => {
  const text = `${told(CONFLICTS)} ${told(LIKELY_REFUSALS)}`;
  expect(text.split('. ').length).toBeGreaterThan(REFUSALS.length);
  expect(text).not.toMatch(/["$`\\%\n]/);
});
