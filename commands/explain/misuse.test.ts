import { ExitCode } from '../command';
import { claimsOf, tokenOf } from '../testing/pipeline';
import { folderWith, runCommand } from '../testing/run';
import { NOT_ON_THE_LINE } from './caller/json-web-token';

const TOKEN = tokenOf(claimsOf());
const FOLDER = folderWith({ 'folder/x': '', 'claims.json': JSON.stringify(claimsOf()) });

test.each([
  [[], 'Who asks? Give --claims FILE, or --claims - for the standard input.'],
  [['install'], 'Who asks? Give --claims FILE, or --claims - for the standard input, or --principal ARN.'],
  [['pubish'], 'explain takes publish or install and a FOLDER, and "pubish" is none of them.'],
  [
    ['publish', 'install', '--claims', 'claims.json'],
    'install is no cloud assembly: it has no manifest.json. Run "npx cdk synth", or name the folder that it writes.',
  ],
  [
    ['publish', 'folder', 'other', '--claims', 'claims.json'],
    'One FOLDER is looked at, and 2 are given: "folder" and "other".',
  ],
  [
    ['folder', '--app', 'other', '--claims', 'claims.json'],
    'One FOLDER is looked at, and 2 are given: "folder" and "other".',
  ],
  [['--claims', TOKEN], `--claims is a token itself. ${NOT_ON_THE_LINE}`],
  [['--claims', `Bearer ${TOKEN}`], `--claims is a token itself. ${NOT_ON_THE_LINE}`],
  [['publish', TOKEN], `A token is given as an operand. ${NOT_ON_THE_LINE}`],
  [['--claims', 'none.json'], '--claims is "none.json": there is no such file.'],
  [['--claims', 'folder'], '--claims is "folder": it is a folder.'],
  [
    ['--claims', 'claims.json', '--app', 'none'],
    'none is no cloud assembly: it has no manifest.json. Run "npx cdk synth", or name the folder that it writes.',
  ],
  [['--claims', 'claims.json', '--package', 'x'], '--package goes with publish.'],
  [['--principal', 'x'], '--principal goes with install.'],
  [['install', '--principal', 'x', '--claims', 'y'], 'Give --claims or --principal, and not both.'],
  [['--claims', 'x', '--organization', 'o-a1b2c3d4e5'], '--organization goes with --principal.'],
  [['--claims', 'x', '--json', '--sarif'], 'Give --json or --sarif, and not both.'],
  [['install', '--principal', 'x', '--sarif'], '--sarif goes with --claims.'],
  [['--claims', 'x', '--account', '1'], '--account is "1". Give the 12 digits of an account.'],
  [['--claims', 'x', '--parameter', 'y'], '--parameter is "y". Give NAME=VALUE.'],
  [
    ['install', '--principal', 'jane'],
    '--principal is "jane". Give an account of 12 digits, or the ARN of a user or role, such as arn:aws:iam::111111111111:role/developer.',
  ],
  [
    ['install', '--principal', '222222222222', '--organization', 'acme'],
    '--organization is "acme". Give its id, such as o-a1b2c3d4e5.',
  ],
  [['--claims'], "Option '--claims <value>' argument missing."],
])('%j', async (args, message) => {
  const { code, stdout, stderr } = await runCommand(['explain', ...args], { cwd: FOLDER });
  expect({ code, stdout }).toEqual({ code: ExitCode.MISUSE, stdout: '' });
  expect(stderr).toBe(`error: ${message}\n\nSee: cdk-python-artifact-pipeline explain --help\n`);
});
