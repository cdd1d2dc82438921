import { Annotations, App, Stack } from 'aws-cdk-lib';
import { inform } from '../../src/private/information';

const TOLD = 'Names are open. [ack: cdk-python-artifact-pipeline:names]';

test('an information stands at its construct, without a stack trace', () => {
  const stack = new Stack(new App(), 'Stack');
  inform(stack, 'names', 'Names are open.');
  expect(stack.node.metadata).toEqual([{ type: 'aws:cdk:info', data: TOLD }]);
});

test('what the CDK says itself has one, so that there is something to leave out', () => {
  const stack = new Stack(new App(), 'Stack');
  Annotations.of(stack).addInfo('Names are open.');
  expect(stack.node.metadata[0].trace?.length).toBeGreaterThan(0);
});

test('it can be acknowledged, before and after', () => {
  const before = new Stack(new App(), 'Stack');
  Annotations.of(before).acknowledgeInfo('cdk-python-artifact-pipeline:names', 'They are few');
  inform(before, 'names', 'Names are open.');
  const after = new Stack(new App(), 'Stack');
  inform(after, 'names', 'Names are open.');
  Annotations.of(after).acknowledgeInfo('cdk-python-artifact-pipeline:names', 'They are few');
  expect([...before.node.metadata, ...after.node.metadata]).toEqual([]);
});
