import { PublishTrigger } from '../../../src';
import { warningsOf } from '../support/warnings';

const SAY = { name: 'Say', run: 'ls' };

test('the defaults are nothing to speak of', () => {
  expect(warningsOf({})).toEqual([]);
});

test('extra steps in the job that publishes', () => {
  expect(
    warningsOf({ extraSteps: { beforePublish: [SAY], afterPublish: [{ ...SAY, name: 'Tell' }] } }),
  ).toEqual([
    'The steps "Say", "Tell" run in the job that publishes, and what they run can publish, too. ' +
      '[ack: cdk-python-artifact-pipeline:steps-in-publish-job]',
  ]);
  expect(warningsOf({ extraSteps: { beforeBuild: [SAY], afterBuild: [SAY], beforeTest: [SAY] } })).toEqual(
    [],
  );
});

test('private dependencies', () => {
  expect(
    warningsOf({
      privateDependencies: true,
      readRoleArn: 'arn:aws:iam::111111111111:role/read-python',
      publishOn: PublishTrigger.environment('release'),
    }),
  ).toEqual([
    'Code of a package can ask for the identity of its workflow run, and use any role that trusts a tag or branch ' +
      'of its repository. Let such roles trust environments only. [ack: cdk-python-artifact-pipeline:private-dependencies]',
  ]);
});

test('Python out of support', () => {
  expect(warningsOf({ pythonVersion: '3.10' })).toEqual([
    'Python 3.10 gets no security fixes any more. See https://devguide.python.org/versions/ ' +
      '[ack: cdk-python-artifact-pipeline:python-out-of-support]',
  ]);
});
