import { progress } from '../tools/progress';
import { synthesizeExample } from './assembly';
import { CASES, Scene } from './cases';
import { playLoad } from './load/load';
import { judgeAll } from './mutate';
import { MUTATIONS } from './mutations';
import { disturbingPipConfig, requireTools } from './python/tools';
import { openBackdrop, playAll } from './rehearse';
import { exitCode, tables } from './report';

/** Exit code where the machine lacks something. */
const CANNOT_START = 2;

async function main(): Promise<number> {
  try {
    requireTools();
  } catch (error) {
    console.error((error as Error).message);
    return CANNOT_START;
  }
  const disturbing = disturbingPipConfig();
  if (disturbing) {
    console.error(`${disturbing}, which would lead pip to other indexes than those of the rehearsal`);
    return CANNOT_START;
  }
  return process.argv.includes('--load') ? load() : rehearse();
}

async function rehearse(): Promise<number> {
  const began = Date.now();
  const tell = progress(began);
  tell('synthesizing the example with the CDK CLI');
  const assembly = await synthesizeExample(process.cwd());
  const backdrop = await openBackdrop();
  try {
    const scene = await Scene.open(backdrop, assembly);
    const { sts, codeartifact } = scene.stage.machine.endpoints;
    tell(`GitHub's OIDC issuer ${backdrop.issuer.url}, STS ${sts}, CodeArtifact ${codeartifact},`);
    tell(`its PyPI endpoint ${scene.stage.pypiUrl}, public PyPI ${backdrop.pypi.url}`);
    const count = counter(tell, CASES.length, 'cases');
    const outcomes = await playAll(scene, CASES, {
      done: ({ case: { says }, passed }) => count(passed, says),
    });
    const countMutation = counter(tell, MUTATIONS.length, 'mutations');
    const reliable = outcomes.filter(({ passed }) => passed).map((outcome) => outcome.case);
    const verdicts = await judgeAll(assembly, scene, reliable, ({ mutation, caughtBy }) =>
      countMutation(!!caughtBy, mutation.says),
    );
    await scene.close();
    const totals = { outcomes, verdicts, seconds: (Date.now() - began) / 1000 };
    console.log(`\n${tables(totals)}`);
    return exitCode(totals);
  } finally {
    await backdrop.close();
  }
}

async function load(): Promise<number> {
  const tell = progress(Date.now());
  tell('synthesizing the example with the CDK CLI');
  const { template } = await synthesizeExample(process.cwd());
  const { text, passed } = await playLoad(template, tell);
  console.log(`\n${text}`);
  return passed ? 0 : 1;
}

/** Tells of every tenth, of all that went wrong, and of the last. */
function counter(tell: (text: string) => void, total: number, what: string) {
  let done = 0;
  return (good: boolean, says: string) => {
    done++;
    if (!good) tell(`FAIL ${says}`);
    else if (done % 10 === 0 || done === total) tell(`${done} of ${total} ${what}`);
  };
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
