#!/usr/bin/env node
import { text } from 'node:stream/consumers';
import type { CommandContext } from './command';
import { main } from './main';

const { env, stdout, stderr, stdin } = process;

const context: CommandContext = {
  cwd: process.cwd(),
  env,
  stdout: (said) => void stdout.write(said),
  stderr: (said) => void stderr.write(said),
  color: Boolean(stdout.isTTY) && !env.NO_COLOR && env.TERM !== 'dumb',
  width: stdout.isTTY ? stdout.columns : undefined,
  stdin: () => text(stdin),
};

// Who reads only the first lines, as `head` does, has had enough: that is no error.
stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

// The exit code is set and nothing is cut: what was written goes out first.
main(process.argv.slice(2), context).then((code) => {
  process.exitCode = code;
});
