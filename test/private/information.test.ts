import { Annotations, App, Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
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
  const [before, after] = ['Before', 'After'].map((id) => new Construct(new Stack(new App(), 'Stack'), id));
  const acknowledge = ({ node }: Construct) =>
    Annotations.of(node.scope as Construct).acknowledgeInfo(
      'cdk-python-artifact-pipeline:names',
      'They are few',
    );
  acknowledge(before);
  inform(before, 'names', 'Names are open.');
  inform(after, 'names', 'Names are open.');
  acknowledge(after);
  expect([...before.node.metadata, ...after.node.metadata]).toEqual([]);
});
