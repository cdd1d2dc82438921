import { requireTools } from '../python/tools';
import { Backdrop } from '../stage';
import { readersSetup } from './app';
import { jobCases, WITHOUT_CLIENT } from './cases';
import { catcher, READER_MUTATIONS } from './mutations';
import { play } from './play';
import { ReaderWorld } from './world';

/** What needs no client; `npm run rehearse:readers` plays all of it. */
const CASES = [WITHOUT_CLIENT, ...jobCases().filter(({ refused, says }) => refused && !/PDM/.test(says))];
const MUTATIONS = READER_MUTATIONS.filter(({ says }) =>
  /^the token is (not )?masked|^the token stands in ~|output|session/.test(says),
);

let backdrop: Backdrop;
let world: ReaderWorld;

beforeAll(async () => {
  requireTools();
  backdrop = await Backdrop.open();
  world = await ReaderWorld.open(backdrop, readersSetup());
});

afterAll(async () => {
  await world?.close();
  await backdrop?.close();
});

it.each(CASES)('$says', async (chosen) => {
  const { passed, got } = await play(chosen, world);
  expect(passed ? 'as expected' : got).toBe('as expected');
});

it.each(MUTATIONS)('notices where $says', async (mutation) => {
  expect(await catcher(mutation, world, [WITHOUT_CLIENT])).toEqual(expect.any(String));
});

it('there are both', () => {
  expect([CASES.length, MUTATIONS.length]).toEqual([7, 5]);
});
