import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { CLIENTS } from '../../tools/clients/clients';
import { installClients } from '../../tools/clients/install';
import { progress } from '../../tools/progress';
import { requireTools } from '../python/tools';
import { openBackdrop } from '../rehearse';
import { readersSetup } from './app';
import { jobCases, readerCases } from './cases';
import { catcher, READER_MUTATIONS } from './mutations';
import { playAll } from './play';
import { certificateIn, ReaderWorld } from './world';

const tell = progress();

/** `main.ts PATTERN` plays the cases whose sentence fits, and no mutation. */
async function main(pattern = ''): Promise<boolean> {
  requireTools();
  await installClients(CLIENTS, tell);
  tell('synthesizing the readers');
  const backdrop = await openBackdrop();
  try {
    const folder = join(backdrop.folder, 'certificate');
    mkdirSync(folder);
    const world = await ReaderWorld.open(backdrop, readersSetup(), certificateIn(folder));
    const cases = [...jobCases(), ...readerCases()].filter(({ says }) => new RegExp(pattern).test(says));
    let count = 0;
    const mark = (good: boolean) => (good ? 'ok  ' : 'FAIL');
    const played = await playAll(cases, world, ({ case: { says, refused }, passed, seconds }) =>
      tell(
        `${++count}/${cases.length} ${mark(passed)} ${refused ? 'refused' : 'allowed'} ${says}, ${seconds.toFixed(1)} s`,
      ),
    );
    const mutations = pattern ? [] : READER_MUTATIONS;
    let missed = 0;
    for (const mutation of mutations) {
      const caughtBy = await catcher(mutation, world);
      if (!caughtBy) missed++;
      tell(`${mark(!!caughtBy)} ${mutation.says}: ${caughtBy ?? 'nothing notices'}`);
    }
    await world.close();
    const failed = played.filter(({ passed }) => !passed);
    for (const { case: one, got } of failed) {
      console.log(`\nFAIL ${one.says}\n  wanted ${one.refused ?? 'allowed'}\n  got\n${got}`);
    }
    console.log(
      `\n${played.length - failed.length} of ${played.length} cases as expected, ` +
        `${mutations.length - missed} of ${mutations.length} mutations caught`,
    );
    tell('in all');
    return failed.length === 0 && missed === 0 && played.length > 0;
  } finally {
    await backdrop.close();
  }
}

main(process.argv[2]).then(
  (good) => process.exit(good ? 0 : 1),
  (error: unknown) => {
    console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    process.exit(1);
  },
);
