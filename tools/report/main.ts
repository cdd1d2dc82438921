import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { source as AXE } from 'axe-core';
import { chromium, type Page } from 'playwright-core';
import { main } from '../../commands/main';
import { hostilePage, originalPage } from '../../commands/testing/original-page';

/** Looks at reports in a browser as it is: nothing is loaded, nothing runs, and axe finds no fault. */
const EXAMPLE = resolve('examples/cdk.out/report.html');
const PICTURES = resolve('examples/cdk.out/pictures');
const BROWSER = process.env.CHROMIUM ?? '/usr/bin/chromium';
const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const SCHEMES = ['light', 'dark'] as const;
const WIDTHS = [1280, 420];

interface Axe {
  readonly run: () => Promise<{
    readonly passes: readonly unknown[];
    readonly violations: readonly {
      readonly id: string;
      readonly nodes: readonly { readonly html: string }[];
    }[];
  }>;
}

async function look(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'report-'));
  mkdirSync(PICTURES, { recursive: true });
  const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
    executablePath: BROWSER,
    headless: true,
    chromiumSandbox: false,
    args: QUIET,
  });
  const faults: string[] = [];
  try {
    const files = {
      example: EXAMPLE,
      'by-hand': await written(folder, 'by-hand', originalPage()),
      hostile: await written(folder, 'hostile', hostilePage()),
    };
    for (const [name, file] of Object.entries(files)) {
      const page = await context.newPage();
      const asked = new Set<string>();
      page.on('request', (request) => asked.add(request.url()));
      page.on('console', (message) => faults.push(`${name}: the browser says ${message.text()}`));
      page.on('dialog', (dialog) => faults.push(`${name}: a script says ${dialog.message()}`));
      const url = pathToFileURL(file).href;
      for (const scheme of SCHEMES) {
        for (const width of WIDTHS) {
          await page.emulateMedia({ colorScheme: scheme });
          await page.setViewportSize({ width, height: 900 });
          await page.goto(url);
          const found = await judged(page);
          await page.screenshot({ path: join(PICTURES, `${name}-${scheme}-${width}.png`), fullPage: true });
          console.log(
            [
              name.padEnd(8),
              scheme.padEnd(5),
              `${width} px`.padStart(7),
              `${found.passes} rules hold`,
              `${found.faults.length} faults`,
            ].join('  '),
          );
          faults.push(...found.faults.map((fault) => `${name}, ${scheme}, ${width} px: ${fault}`));
        }
      }
      await page.pdf({ path: join(PICTURES, `${name}.pdf`), format: 'A4' });
      asked.delete(url);
      faults.push(...[...asked].map((one) => `${name}: the page asks for ${one}`));
      await page.close();
    }
  } finally {
    await context.close();
    rmSync(folder, { recursive: true, force: true });
  }
  if (faults.length > 0) throw new Error(faults.join('\n'));
}

async function judged(page: Page): Promise<{ readonly passes: number; readonly faults: string[] }> {
  await page.evaluate(AXE);
  const { passes, violations } = await page.evaluate(() => (globalThis as unknown as { axe: Axe }).axe.run());
  const isWide = await page.evaluate(
    'document.documentElement.scrollWidth > document.documentElement.clientWidth',
  );
  const faults = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
  return { passes: passes.length, faults: isWide ? [...faults, 'it is wider than the window'] : faults };
}

/** The report of a template by itself. */
async function written(folder: string, name: string, template: object): Promise<string> {
  const file = join(folder, `${name}.html`);
  writeFileSync(join(folder, `${name}.json`), JSON.stringify(template));
  const said: string[] = [];
  const say = (text: string) => void said.push(text);
  const context = { cwd: folder, env: {}, stdout: say, stderr: say, color: false, stdin: async () => '' };
  await main(['report', `${name}.json`, '--output', file], context);
  if (!existsSync(file)) throw new Error(said.join(''));
  return file;
}

look().then(
  () => console.log(`PASSED: no fault, and pictures in ${PICTURES}`),
  (error: Error) => {
    console.error(`FAILED: ${error.message}`);
    process.exitCode = 1;
  },
);
