import { synthesizeExample } from './assembly';
import { CASES, type Outcome, Scene } from './cases';
import { judgeAll, type Verdict } from './mutate';
import { MUTATIONS } from './mutations';
import { missingTools } from './python/tools';
import { openBackdrop, playAll } from './rehearse';
import { failureText, mutationLine } from './report';
import type { Backdrop } from './stage';

const missing = missingTools();
const needed = `needs the Debian packages ${missing.map(({ install }) => install).join(' ')}`;
// Where everything has to be there, a missing tool fails; elsewhere it skips, and says what to install.
const rehearsal = missing.length && !process.env.CI ? describe.skip : describe;

rehearsal(missing.length ? `the rehearsal (${needed})` : 'the rehearsal', () => {
  let backdrop: Backdrop | undefined;
  let scene: Scene | undefined;
  let outcomes: Outcome[] = [];
  let verdicts: Verdict[] = [];

  beforeAll(async () => {
    if (missing.length) throw new Error(needed);
    const assembly = await synthesizeExample(process.cwd());
    backdrop = await openBackdrop(assembly);
    scene = await Scene.open(backdrop, assembly);
    outcomes = await playAll(scene);
    const reliable = outcomes.filter(({ passed }) => passed).map((outcome) => outcome.case);
    verdicts = await judgeAll(assembly, scene, reliable);
  }, 600_000);

  afterAll(async () => {
    await scene?.close();
    await backdrop?.close();
  });

  it.each(CASES)('$says', (chosen) => {
    const outcome = outcomes.find((candidate) => candidate.case === chosen) as Outcome;
    expect(outcome.passed ? 'as expected' : failureText(outcome)).toBe('as expected');
  });

  it.each(MUTATIONS)('notices where $says', (chosen) => {
    const verdict = verdicts.find(({ mutation }) => mutation === chosen) as Verdict;
    expect(verdict.caughtBy ? 'caught' : mutationLine(verdict)).toBe('caught');
  });
});
