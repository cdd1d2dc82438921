import { readFileSync } from 'node:fs';
import { type AwsLogin, awsCli } from './aws-cli';
import { type GitHubLogin, ghCli } from './gh-cli';

/** What the scripts `gh` and `aws` run: the name of the program, a file with its login, and its arguments. */
async function main([program, login, ...args]: string[]): Promise<void> {
  const known = JSON.parse(readFileSync(String(login), 'utf8')) as GitHubLogin & AwsLogin;
  const input = args.includes('--input') ? readFileSync(0, 'utf8') : undefined;
  const { code, stdout, stderr } = await (program === 'gh' ? ghCli(args, input, known) : awsCli(args, known));
  process.stdout.write(stdout);
  process.stderr.write(stderr);
  process.exitCode = code;
}

main(process.argv.slice(2));
