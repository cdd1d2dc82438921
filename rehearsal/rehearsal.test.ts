import * as fc from 'fast-check';
import { SEED, WHOLE } from '../test/support/sample';
import { synthesizeExample } from './assembly';
import { CASES, type Outcome, Scene } from './cases';
import { judgeAll, type Verdict } from './mutate';
import { MUTATIONS } from './mutations';
import { requireTools } from './python/tools';
import { openBackdrop, playAll } from './rehearse';
import { failureText, mutationLine } from './report';
import type { Backdrop } from './stage';

/** Each takes a set-up of its own. `npm run rehearse` and `npm run test:whole` play all of them. */
const [JUDGED] = WHOLE
  ? [[...MUTATIONS]]
  : fc.sample(fc.shuffledSubarray([...MUTATIONS], { minLength: 24, maxLength: 24 }), {
      numRuns: 1,
      seed: SEED,
    });

describe('the rehearsal', () => {
  let backdrop: Backdrop | undefined;
  let scene: Scene | undefined;
  let outcomes: Outcome[] = [];
  let verdicts: Verdict[] = [];

  beforeAll(async () => {
    requireTools();
    const assembly = await synthesizeExample(process.cwd());
    backdrop = await openBackdrop();
    scene = await Scene.open(backdrop, assembly);
    outcomes = await playAll(scene);
    const reliable = outcomes.filter(({ passed }) => passed).map((outcome) => outcome.case);
    verdicts = await judgeAll(assembly, scene, reliable, undefined, JUDGED);
  }, 600_000);

  afterAll(async () => {
    await scene?.close();
    await backdrop?.close();
  });

  it.each(CASES)('$says', (chosen) => {
    const outcome = outcomes.find((candidate) => candidate.case === chosen) as Outcome;
    expect(outcome.passed ? 'as expected' : failureText(outcome)).toBe('as expected');
  });

  it.each(JUDGED)('notices where $says', (chosen) => {
    const verdict = verdicts.find(({ mutation }) => mutation === chosen) as Verdict;
    expect(verdict.caughtBy ? 'caught' : mutationLine(verdict)).toBe('caught');
  });
});
