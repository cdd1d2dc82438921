import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { CommandContext, ExitCode } from '../command';
import { main } from '../main';

/** What a command said, and what it ended with. */
export interface Ran {
  readonly code: ExitCode;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command in this process, as `npx cdk-python-artifact-pipeline` does, with the arguments in one list. */
export async function runCommand(
  args: readonly string[],
  given: Partial<CommandContext> & { readonly input?: string } = {},
): Promise<Ran> {
  const { input = '', ...rest } = given;
  let stdout = '';
  let stderr = '';
  const code = await main(args, {
    cwd: process.cwd(),
    env: {},
    color: false,
    stdin: async () => input,
    stdout: (text) => {
      stdout += text;
    },
    stderr: (text) => {
      stderr += text;
    },
    ...rest,
  });
  return { code, stdout, stderr };
}

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A folder for a test, with these files, gone when the tests of the file are done. */
export function folderWith(files: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'command-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  folders.push(folder);
  return folder;
}
