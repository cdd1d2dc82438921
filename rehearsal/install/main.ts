import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CLIENTS } from '../../tools/clients/clients';
import { installClients } from '../../tools/clients/install';
import { progress } from '../../tools/progress';
import { ROOT } from '../../tools/python/environment';
import { sideBySide } from '../../tools/side-by-side';
import { requireTools } from '../python/tools';
import { openBackdrop, WIDTH } from '../rehearse';
import { installSetup } from './app';
import { type InstallCase, others, recipes } from './cases';
import { Laptops } from './laptop';
import { namedBlocks } from './page';

const tell = progress();

/** `main.ts PATTERN` plays the recipes whose sentence fits. */
async function main(pattern = ''): Promise<boolean> {
  requireTools();
  await installClients(CLIENTS, tell);
  const blocks = namedBlocks(readFileSync(join(ROOT, 'docs', 'install.md'), 'utf8'));
  const setup = installSetup();
  const cases = [...recipes(setup, blocks), ...others(setup, blocks)].filter(({ says }) =>
    new RegExp(pattern).test(says),
  );
  const backdrop = await openBackdrop();
  try {
    const laptops = await Laptops.open(backdrop, setup);
    const failed: string[] = [];
    let count = 0;
    await sideBySide(cases, WIDTH, async (one) => {
      const wrong = await play(laptops, one);
      if (wrong) failed.push(`${one.says}\n${wrong}`);
      const mark = wrong ? 'FAIL' : 'ok  ';
      tell(`${++count}/${cases.length} ${mark} ${one.refused ? 'refused' : 'allowed'} ${one.says}`);
    });
    await laptops.close();
    for (const text of failed) console.log(`\nFAIL ${text}`);
    console.log(`\n${cases.length - failed.length} of ${cases.length} recipes as the page says`);
    tell('in all');
    return failed.length === 0 && cases.length > 0;
  } finally {
    await backdrop.close();
  }
}

/** What is not as the page says; nothing where all is. */
async function play(laptops: Laptops, { script, refused }: InstallCase): Promise<string | undefined> {
  try {
    const output = await laptops.run({ script });
    return refused && `not refused with ${refused}:\n${output}`;
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    return refused?.test(said) ? undefined : said;
  }
}

main(process.argv[2]).then(
  (good) => process.exit(good ? 0 : 1),
  (error: unknown) => {
    console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    process.exit(1);
  },
);
