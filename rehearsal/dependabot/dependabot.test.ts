import { basic, upload } from '../aws/client';
import { distribution, repositoryUrl } from '../cases/clients';
import { Refused } from '../cases/door';
import { EXAMPLE } from '../cases/example';
import { ORGANIZATIONS, person } from '../cases/people';
import { Backdrop, deploy, Stage } from '../stage';
import { type DependabotSetup, dependabotSetup } from './app';
import { DEPENDABOT_CASES, type DependabotCase, PACKAGE, playDependabot } from './cases';
import { DEPENDABOT_MUTATIONS } from './mutations';

const { account, region, domain } = EXAMPLE;

/** Deploys a setup, publishes a package, and lets Dependabot try to install it. */
async function onStage<T>(
  backdrop: Backdrop,
  setup: DependabotSetup,
  play: (stage: Stage) => Promise<T>,
): Promise<T> {
  const deployed = deploy(setup.template, { account, region, stackName: 'PythonArtifacts' });
  const stage = await Stage.open(backdrop, deployed, region, ORGANIZATIONS);
  try {
    const { cloud } = stage;
    const expires = cloud.now() + 900_000;
    const token = cloud.addToken({
      ...person(account, 'everything'),
      domainArn: cloud.domain(domain, account).arn,
      expires,
    });
    const file = distribution(PACKAGE.name, PACKAGE.version);
    expect(await upload(repositoryUrl(stage), basic(token), file)).toMatchObject({ status: 200 });
    return await play(stage);
  } finally {
    await stage.close();
  }
}

/** What a run comes to: `allowed`, or the door that it is refused at, and its words. */
async function outcomeOf(stage: Stage, setup: DependabotSetup, one: DependabotCase): Promise<string> {
  try {
    await playDependabot(stage, setup, one);
    return 'allowed';
  } catch (error) {
    if (error instanceof Refused) return `${error.door}: ${error.message}`;
    throw error;
  }
}

function isExpected({ expect: expected }: DependabotCase, outcome: string): boolean {
  if (expected === 'allowed') return outcome === 'allowed';
  const [door, words] = expected;
  return outcome.startsWith(`${door}: `) && words.test(outcome);
}

describe('the sign-in of Dependabot', () => {
  const sound = dependabotSetup();
  let backdrop: Backdrop;
  beforeAll(async () => {
    backdrop = await Backdrop.open();
  });
  afterAll(() => backdrop.close());

  test.each(DEPENDABOT_CASES)('$says', async (one) => {
    const outcome = await onStage(backdrop, sound, (stage) => outcomeOf(stage, sound, one));
    expect(isExpected(one, outcome) ? 'as expected' : outcome).toBe('as expected');
  });

  test('gets a token for as long as CodeArtifact gives one by itself', async () => {
    const seconds = await onStage(backdrop, sound, async (stage) => {
      await playDependabot(stage, sound, DEPENDABOT_CASES[0]);
      return stage.cloud.lifetimes.token.at(-1);
    });
    expect(Math.round(seconds ?? 0)).toBe(43_200);
  });

  test.each(DEPENDABOT_MUTATIONS)('is noticed to be wrong where $says', async ({ change }) => {
    const changed = structuredClone(sound);
    change(changed);
    expect(changed).not.toEqual(sound);
    const caughtBy = await onStage(backdrop, changed, async (stage) => {
      for (const one of DEPENDABOT_CASES) {
        const outcome = await outcomeOf(stage, changed, one);
        if (!isExpected(one, outcome)) return `${one.says} -> ${outcome}`;
      }
      return undefined;
    });
    expect(caughtBy).toMatch(/ -> /);
  });
});
