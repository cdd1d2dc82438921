import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from './log';

/** Takes a line of a step's output: workflow commands act, everything is logged. */
export function takeLine(line: string, log: Log): void {
  const [, command, value = ''] = /^::([a-z-]+)(?:\s[^:]*)?::(.*)$/.exec(line) ?? [];
  if (command === 'add-mask') log.mask(unescapeData(value));
  log.write(line);
}

const unescapeData = (text: string) =>
  text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');

/** The files through which a step hands on outputs, variables and folders for PATH. */
export class StepFiles {
  public readonly env: Readonly<Record<string, string>>;

  public constructor(private readonly folder: string) {
    const names = ['GITHUB_OUTPUT', 'GITHUB_ENV', 'GITHUB_PATH', 'GITHUB_STEP_SUMMARY', 'GITHUB_STATE'];
    this.env = Object.fromEntries(names.map((name) => [name, join(folder, name.toLowerCase())]));
    for (const path of Object.values(this.env)) writeFileSync(path, '');
  }

  public outputs(): Record<string, string> {
    return readPairs(this.text('GITHUB_OUTPUT'));
  }

  public variables(): Record<string, string> {
    return readPairs(this.text('GITHUB_ENV'));
  }

  public paths(): string[] {
    return this.text('GITHUB_PATH').split('\n').filter(Boolean);
  }

  public summary(): string {
    return this.text('GITHUB_STEP_SUMMARY');
  }

  private text(name: string): string {
    return readFileSync(join(this.folder, name.toLowerCase()), 'utf8');
  }
}

/** `name=value` lines, and `name<<MARK` blocks up to a line that is the mark. */
export function readPairs(text: string): Record<string, string> {
  const pairs: Record<string, string> = {};
  const lines = text.split('\n');
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? '';
    const [, block, mark] = /^([^=<]+)<<(.+)$/.exec(line) ?? [];
    if (block && mark) {
      const end = lines.indexOf(mark, i + 1);
      if (end < 0) throw new Error(`Invalid value. Matching delimiter not found '${mark}'`);
      pairs[block] = lines.slice(i + 1, end).join('\n');
      i = end;
    } else if (line) {
      const at = line.indexOf('=');
      if (at < 1) throw new Error(`Invalid format '${line}'`);
      pairs[line.slice(0, at)] = line.slice(at + 1);
    }
  }
  return pairs;
}
