import { CLIENTS } from '../../tools/clients/clients';
import { installClients } from '../../tools/clients/install';
import { synthesizeExample } from '../assembly';
import { Scene } from '../cases';
import { requireTools } from '../python/tools';
import { openBackdrop, playAll } from '../rehearse';
import { caseLine, failureText } from '../report';
import { CREDENTIALS, installCases, KEYRING, publishCases, TOKEN } from './cases';
import { publishers, withKeyring, withLogin, withToken } from './clients';
import { World } from './world';

async function main(): Promise<number> {
  const began = Date.now();
  const tell = (text: string) =>
    console.log(`${((Date.now() - began) / 1000).toFixed(1).padStart(5)} s  ${text}`);
  requireTools();
  await installClients(CLIENTS, tell);
  tell('synthesizing the example with the CDK CLI');
  const backdrop = await openBackdrop();
  try {
    const scene = await Scene.open(backdrop, await synthesizeExample(process.cwd()));
    const world = await World.open(scene, '/usr/bin/aws');
    const only = new RegExp(process.argv[2] ?? '');
    const cases = [
      ...withToken().flatMap((one) => installCases(world, one, TOKEN)),
      ...withLogin().flatMap((one) => installCases(world, one, CREDENTIALS)),
      ...withKeyring().flatMap((one) => installCases(world, one, KEYRING)),
      ...publishers().flatMap((one) => publishCases(world, one)),
    ].filter(({ says }) => only.test(says));
    const outcomes = await playAll(scene, cases, {
      done: (outcome) => tell(`${caseLine(outcome)} ${outcome.seconds.toFixed(1)} s${process.env.SHOW ? `\n${outcome.got}` : ''}`),
    });
    await world.close();
    await scene.close();
    const failed = outcomes.filter(({ passed }) => !passed);
    for (const outcome of failed) console.log(`\n${failureText(outcome)}`);
    tell(`${outcomes.length - failed.length} of ${outcomes.length} cases as expected`);
    return failed.length ? 1 : 0;
  } finally {
    await backdrop.close();
  }
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
