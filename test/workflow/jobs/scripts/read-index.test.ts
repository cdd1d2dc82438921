import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readIndexOnce } from '../../../../src/workflow/jobs/scripts/read-index';
import { putProgram, runScript } from '../../support/bash';
import { newFolder, removeFolders } from '../../support/cli';

afterAll(removeFolders);

const TOKEN = 'a-token-of-codeartifact';

/** Runs the script with a curl that is answered so, and writes down what it is given. */
function read(curl: string | undefined) {
  const folder = newFolder();
  const given = join(folder, 'given');
  if (curl !== undefined)
    putProgram(join(folder, 'bin', 'curl'), `echo "$*" > '${given}'\n/bin/cat >> '${given}'\n${curl}`);
  const setup = `PATH=${folder}/bin${curl === undefined ? '' : ':$PATH'}\nendpoint=https://acme.example/pypi/python/ token=${TOKEN}\n`;
  const result = runScript(setup + readIndexOnce('${endpoint}simple/'), folder);
  return { ...result, given: existsSync(given) ? readFileSync(given, 'utf8') : '' };
}

test.each(['200', '404', '500', '000'])('an answer of %s is left to the tool', (status) => {
  expect(read(`echo -n ${status}`)).toMatchObject({ status: 0, log: '' });
});

test.each(['401', '403'])('an answer of %s is explained, and fails nothing', (answer) => {
  const { status, log } = read(`echo -n ${answer}`);
  expect(status).toBe(0);
  expect(log).toBe(
    `::error title=Not allowed to read::The index answers ${answer}. The role has a token and may not read the ` +
      'repository: it lacks codeartifact:ReadFromRepository, or a policy of the domain or the repository, of the ' +
      'organization or of a VPC endpoint denies it. Deploy the stack that has the role; in another account, let the ' +
      'policy of the repository name that account or its organization.\n',
  );
});

test.each([undefined, 'exit 6'])('without curl, or with one that fails, nothing is said', (curl) => {
  expect(read(curl)).toMatchObject({ status: 0, log: '' });
});

test('the token is in no argument, and in nothing that is said', () => {
  const { given, log } = read('echo -n 403');
  const [argumentsOfCurl, config] = given.split('\n');
  expect(argumentsOfCurl).toMatch(/ https:\/\/acme\.example\/pypi\/python\/simple\/pip\/$/);
  expect(argumentsOfCurl).not.toContain(TOKEN);
  expect(config).toBe(`user = "aws:${TOKEN}"`);
  expect(log).not.toContain(TOKEN);
});
