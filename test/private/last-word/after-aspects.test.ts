import { App, Aspects, CfnOutput, Stack, Stage } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { CfnTopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { afterAspects } from '../../../src/private/last-word/after-aspects';

test('it is time when all Aspects have run, whatever they visit last', () => {
  const app = new App();
  const stack = new Stack(app, 'First');
  const said: string[] = [];
  afterAspects(stack, () => said.push('now'));
  const last = new Stack(app, 'Last');
  Aspects.of(app).add({ visit: (node) => node === last && said.push('aspect') }, { priority: 1e6 });
  app.synth();
  expect(said).toEqual(['aspect', 'now']);
});

test('what is changed then is in the template, and a reference crosses stacks', () => {
  const app = new App();
  const [from, to] = ['From', 'To'].map((id) => new Stack(app, id));
  const topic = new CfnTopic(from, 'Topic');
  const output = new CfnOutput(to, 'Output', { value: 'before' });
  afterAspects(to, () => {
    output.value = topic.ref;
  });
  expect(Template.fromStack(to).toJSON().Outputs.Output.Value).toEqual({
    'Fn::ImportValue': expect.stringMatching(/^From:ExportsOutputRefTopic/),
  });
});

test('it makes nothing depend on anything', () => {
  const app = new App();
  const stack = new Stack(app, 'Stack');
  const output = new CfnOutput(stack, 'Output', { value: 'x' });
  afterAspects(output, () => undefined);
  app.synth();
  expect(stack.dependencies).toEqual([]);
});

test('it comes at each synthesis, in a Stage at that of the Stage', () => {
  const app = new App();
  const stage = new Stage(app, 'Stage');
  let times = 0;
  afterAspects(new Stack(stage, 'Stack'), () => {
    times++;
  });
  stage.synth();
  expect(times).toBe(1);
  stage.synth({ force: true });
  expect(times).toBe(2);
});

test('for a construct that is no longer in the tree, it is never time', () => {
  const app = new App();
  const stack = new Stack(app, 'Stack');
  const said: string[] = [];
  for (const id of ['Stays', 'Goes']) {
    const topic = new CfnTopic(new Construct(stack, id), 'Resource');
    afterAspects(topic, () => said.push(topic.node.path));
  }
  stack.node.tryRemoveChild('Goes');
  app.synth();
  expect(said).toEqual(['Stack/Stays/Resource']);
});

test('what one of them adds while they act has its turn, too', () => {
  const app = new App();
  const stack = new Stack(app, 'Stack');
  const said: string[] = [];
  afterAspects(stack, () => {
    if (said.length === 0) afterAspects(stack, () => said.push('added'));
    said.push('first');
  });
  app.synth();
  expect(said).toEqual(['first', 'added']);
});

test('constructs of a Stage make one dependency together, so that CDK asks once', () => {
  const app = new App();
  const stack = new Stack(app, 'Stack');
  for (const id of ['A', 'B', 'C']) afterAspects(new Construct(stack, id), () => undefined);
  const registered = [app, stack, ...stack.node.children].filter(
    ({ node }) => (node as unknown as { _dependencies?: Set<unknown> })._dependencies,
  );
  expect(registered).toEqual([app]);
});
