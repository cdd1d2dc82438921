import { DOTNET } from './dotnet';
import { GO } from './go';
import { JAVA } from './java';
import type { Language } from './language';
import { PYTHON } from './python';
import { GeneratedSources } from './sources';

const LANGUAGES: readonly Language[] = [PYTHON, JAVA, GO, DOTNET];

const tell = (text: string) => console.log(`[${process.uptime().toFixed(0).padStart(3)} s] ${text}`);
const warn = (text: string) => console.log(`\x1b[31m${text}\x1b[39m`);

/** Uses the package as a release would publish it, in each language. What can't be had here fails in CI. */
function main(wanted: readonly string[]): void {
  const languages = LANGUAGES.filter(
    ({ name }) => wanted.length === 0 || wanted.includes(name.toLowerCase()),
  );
  if (languages.length === 0)
    throw new Error(`Languages: ${LANGUAGES.map(({ name }) => name.toLowerCase()).join(', ')}`);
  tell('generating the code');
  const sources = new GeneratedSources();
  try {
    for (const { name, missing, check } of languages) {
      const lacks = missing();
      if (lacks) {
        warn(`${name}: not tried, since this machine has not ${lacks}`);
        if (process.env.CI) process.exitCode = 1;
        continue;
      }
      tell(`${name} …`);
      try {
        tell(`${name}: ${check(sources)}`);
      } catch (error) {
        warn(`${name}: ${(error as Error).message}`);
        process.exitCode = 1;
      }
    }
  } finally {
    sources.remove();
  }
}

main(process.argv.slice(2));
