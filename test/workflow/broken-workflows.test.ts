import { PublishTrigger } from '../../src';
import { allProblems } from './support/all-problems';
import { BROKEN } from './support/broken-workflows';
import { newWorkflow } from './support/publish-workflow';

/** A workflow with all its jobs, none of which is broken yet. */
const workflow = newWorkflow({
  publishOn: PublishTrigger.environment('release'),
  privateDependencies: true,
  readRoleArn: 'arn:aws:iam::111111111111:role/read-python',
  testCommand: 'pytest',
  testPythonVersions: ['3.12', '3.13'],
  provenance: true,
});

const texts = { reusable: workflow.reusable.text, caller: workflow.caller.text };

test('nothing is found before it is broken', async () => {
  expect(await allProblems(texts.reusable, workflow.files)).toEqual([]);
  expect(await allProblems(texts.caller, workflow.files)).toEqual([]);
});

test.each(BROKEN)('$what is found: $caught', async ({ file = 'reusable', from, to, caught }) => {
  const broken = texts[file].replace(from, to);
  expect(broken).not.toBe(texts[file]);
  const problems = await allProblems(broken, workflow.files);
  expect(problems).toContainEqual(expect.stringContaining(caught));
});

test('the table has at least 40 broken workflows, and each check catches some', () => {
  const by = BROKEN.map(({ caught }) => caught.split(':')[0]);
  const counts = ['GitHub', 'actionlint', 'shellcheck', 'own'].map(
    (check) => `${by.filter((name) => name === check).length} by ${check}`,
  );
  console.log(`${BROKEN.length} broken workflows: ${counts.join(', ')}`);
  expect(BROKEN.length).toBeGreaterThanOrEqual(40);
  expect(new Set(by).size).toBe(4);
});
