import { ACTIVATE_PACKAGE } from '../../../../src/workflow/jobs/scripts/venv';
import { putProgram, runScript } from '../../support/bash';
import { newFolder, removeFolders } from '../../support/cli';

afterAll(removeFolders);

test.each([
  'bin',
  'Scripts',
])('programs of the package come first, from %s, which is where Python puts them', (bin) => {
  const temp = newFolder();
  putProgram(`${temp}/package/${bin}/python`, 'echo "the package"');
  const { status, log } = runScript(`${ACTIVATE_PACKAGE}python`, temp, { RUNNER_TEMP: temp });
  expect({ status, log }).toEqual({ status: 0, log: 'the package\n' });
});

test('without an environment nothing goes on', () => {
  expect(runScript(`${ACTIVATE_PACKAGE}echo on`, '/', { RUNNER_TEMP: newFolder() }).log).not.toContain(
    'on\n',
  );
});
