import { Aws, Fn } from 'aws-cdk-lib';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { resourceTexts } from '../../src/private/resource-texts';
import { newStack } from '../support/stacks';

const stack = newStack();
const role = new Role(stack, 'Role', { assumedBy: new ServicePrincipal('codebuild.amazonaws.com') });

test.each([
  ['*', '*'],
  [`arn:${Aws.PARTITION}:s3:::acme/*`, 'arn:<AWS::Partition>:s3:::acme/*'],
  [`${role.roleArn}/*`, `<${stack.getLogicalId(role.node.defaultChild as never)}.Arn>/*`],
  [Fn.sub('arn:${AWS::Partition}:s3:::acme/*'), 'arn:<AWS::Partition>:s3:::acme/*'],
  [Fn.importValue('Acme'), 'Acme'],
  [
    Fn.select(0, Fn.split(',', Aws.STACK_NAME)),
    '{"Fn::Select":[0,{"Fn::Split":[",",{"Ref":"AWS::StackName"}]}]}',
  ],
])('%s is written as cdk-nag does', (resource, text) => {
  const statements = [new PolicyStatement({ actions: ['s3:GetObject'], resources: [resource] })];
  expect(resourceTexts(stack, new PolicyDocument({ statements }))).toEqual([text]);
});

test('each resource is given once', () => {
  const statement = (action: string) => new PolicyStatement({ actions: [action], resources: ['b', 'a'] });
  const document = new PolicyDocument({
    minimize: false,
    statements: [statement('s3:A'), statement('s3:B')],
  });
  expect(resourceTexts(stack, document)).toEqual(['b', 'a']);
});

test('a policy without statements names none', () => {
  expect(resourceTexts(stack, new PolicyDocument())).toEqual([]);
});
