import { spawn } from 'node:child_process';

export interface Finished {
  readonly code: number;
  readonly output: string;
}

export interface RunOptions {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly seconds?: number;
  /** Called with each line of output as it comes, standard error included. */
  readonly onLine?: (line: string) => void;
}

/** Runs a program with exactly this environment; it and its children end by their group when time is up. */
export function run(command: string, args: readonly string[], options: RunOptions): Promise<Finished> {
  return new Promise((done, fail) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: options.env,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const take = (stream: NodeJS.ReadableStream) => {
      let rest = '';
      stream.setEncoding('utf8');
      stream.on('data', (text: string) => {
        output += text;
        const lines = (rest + text).split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines) options.onLine?.(line);
      });
      stream.on('end', () => rest && options.onLine?.(rest));
    };
    take(child.stdout);
    take(child.stderr);
    const end = () => {
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
    };
    const timer = setTimeout(end, (options.seconds ?? 120) * 1000);
    process.once('exit', end); // nothing outlives the rehearsal
    child.on('error', fail);
    child.on('close', (code) => {
      clearTimeout(timer);
      process.removeListener('exit', end);
      done({ code: code ?? 137, output });
    });
  });
}
