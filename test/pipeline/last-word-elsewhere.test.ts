import { App, Aspects, CfnOutput, Fn, NestedStack, Stack, Stage } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { CfnDomain, CfnRepository } from 'aws-cdk-lib/aws-codeartifact';
import { type CfnPolicy, type CfnRole, Group, Role, ServicePrincipal, User } from 'aws-cdk-lib/aws-iam';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import type { IConstruct } from 'constructs';
import { Domain, Repository } from '../../src';
import { aspect } from '../support/aspects';
import { deployedText, mentionsIn } from '../support/mentions';
import { allOf, filesOf, newPython, resourceOf } from '../support/python';
import { ACME, newStack } from '../support/stacks';

const rename = aspect((node: IConstruct) => {
  if (node instanceof CfnDomain) node.domainName = 'globex';
  if (node instanceof CfnRepository && node.repositoryName === 'python') node.repositoryName = 'snakes';
});
const NAMES = { domains: ['globex'], repositories: ['snakes'] };

describe('other stacks say the names that the tree has', () => {
  test('a pipeline in a nested stack, of a domain outside of it', () => {
    const app = new App();
    const stack = new Stack(app, 'Artifacts', { env: ACME });
    Aspects.of(app).add(rename);
    const domain = new Domain(stack, 'Domain', { domainName: 'acme' });
    const python = newPython(new NestedStack(stack, 'Nested') as Stack, { domain });
    const text = JSON.stringify(Template.fromStack(python.stack).toJSON());
    expect(mentionsIn(text, ...filesOf(python))).toMatchObject(NAMES);
  });

  test('a pipeline of a domain of another stack, which is a text of both', () => {
    const app = new App();
    const first = new Stack(app, 'Domains', { env: ACME });
    const domain = new Domain(first, 'Domain', { domainName: 'acme' });
    const python = newPython(new Stack(app, 'Artifacts', { env: ACME }), { domain });
    Aspects.of(app).add(rename);
    const { template } = app.synth().getStackByName('Artifacts');
    expect(mentionsIn(JSON.stringify(template), ...filesOf(python))).toMatchObject(NAMES);
  });

  test('and is exported where it is no text', () => {
    const app = new App();
    const first = new Stack(app, 'Domains', { env: ACME });
    const domain = new Domain(first, 'Domain', { domainName: 'acme' });
    const { reader } = newPython(new Stack(app, 'Artifacts', { env: ACME }), { domain });
    resourceOf(domain).addPropertyOverride('DomainName', { 'Fn::ImportValue': 'n' });
    const { template } = app.synth().getStackByName('Artifacts');
    const exported = expect.stringMatching(/^Domains:ExportsOutputFnGetAttDomain\w+Name/);
    expect(JSON.stringify(template)).not.toMatch(/acme["-]1|domain\/acme|acme\/python/);
    expect(
      Object.values<{ Type: string; Properties: Record<string, unknown> }>(template.Resources).find(
        ({ Type }) => Type === 'AWS::CodeArtifact::Repository',
      )?.Properties.DomainName,
    ).toEqual({ 'Fn::ImportValue': exported });
    expect(reader.workflowSteps).toContain('DOMAIN: ${{ vars.CODEARTIFACT_DOMAIN }}');
  });

  test('a role of another account that installs, and a bucket there that lets a role of ours in', () => {
    const app = new App();
    const python = newPython(new Stack(app, 'Artifacts', { env: ACME }), { upstreams: undefined });
    const { repository, publishRole } = python.pipeline;
    const there = new Stack(app, 'There', { env: { account: '222222222222', region: 'us-east-1' } });
    const installer = new Role(there, 'Installer', {
      roleName: 'installer',
      assumedBy: new ServicePrincipal('codebuild.amazonaws.com'),
    });
    repository.grantRead(installer);
    new Bucket(there, 'Logs', { bucketName: 'globex-logs' }).grantWrite(publishRole);
    new CfnOutput(there, 'Arn', { value: repository.repositoryArn });
    new CfnOutput(there, 'Url', { value: repository.indexUrl });
    Aspects.of(app).add(rename);
    resourceOf<CfnRole>(publishRole).path = '/teams/';
    resourceOf(publishRole).addPropertyOverride('RoleName', 'globex-publish');
    const { template } = app.synth().getStackByName('There');
    const mentions = mentionsIn(JSON.stringify(template).replaceAll('"},":iam', ':iam'));
    expect(mentions).toMatchObject(NAMES);
    expect(JSON.stringify(template)).toContain(':iam::111111111111:role/teams/globex-publish"');
  });

  test('each in a Stage of its own, where both began with one name', () => {
    const app = new App();
    const stacks = ['dev', 'prod'].map((name) => {
      const stack = new Stack(new Stage(app, name), 'Artifacts');
      const domain = new Domain(stack, 'Domain', { domainName: 'acme' });
      const repository = new Repository(stack, 'Repository', { domain, repositoryName: 'python' });
      repository.grantPublish(new User(stack, 'User'));
      resourceOf<CfnDomain>(domain).domainName = `acme-${name}`;
      return stack;
    });
    expect(stacks.map((stack) => mentionsIn(deployedText(stack)).domains)).toEqual([
      ['acme-dev'],
      ['acme-prod'],
    ]);
  });
});

describe('the names are in every policy', () => {
  test.each([
    ['a user', (stack: Stack) => new User(stack, 'Installer')],
    ['a group', (stack: Stack) => new Group(stack, 'Installer')],
    [
      'an imported role',
      (stack: Stack) => Role.fromRoleArn(stack, 'Installer', 'arn:aws:iam::111111111111:role/installer'),
    ],
  ])('that CDK makes for %s', (_, installerIn) => {
    const stack = newStack(ACME);
    const domain = new Domain(stack, 'Domain', { domainName: 'acme' });
    const repository = new Repository(stack, 'Repository', { domain, repositoryName: 'python' });
    repository.grantPublish(installerIn(stack), ['acme-tool']);
    Aspects.of(stack).add(rename);
    expect(mentionsIn(deployedText(stack))).toMatchObject(NAMES);
  });

  test('of those that CDK makes of one that is too large, and their sizes are those of the new names', () => {
    const packages = Array.from({ length: 120 }, (_, index) => `orders-${index}`);
    const python = newPython(undefined, { packages });
    Aspects.of(python.stack).add(rename);
    expect(allOf(python)).toMatchObject(NAMES);
    const { stack } = newPython(undefined, { packages });
    Aspects.of(stack).add(
      aspect((node) => {
        if (node instanceof CfnDomain) node.domainName = 'g'.repeat(50);
      }),
    );
    expect(() => Template.fromStack(stack)).toThrow(
      /The inline policy Artifacts\/Python\/Publisher\/Role\/DefaultPolicy is 1\d{4} characters; the limit is 10240\./,
    );
  });

  test('also where CDK merges their statements', () => {
    const app = new App({ context: { '@aws-cdk/aws-iam:minimizePolicies': true } });
    const python = newPython(new Stack(app, 'Artifacts', { env: ACME }));
    python.pipeline.repository.grantRead(python.pipeline.publishRole);
    Aspects.of(app).add(rename);
    expect(allOf(python)).toMatchObject(NAMES);
  });

  test('and in a statement that a warning asks to add elsewhere', () => {
    const stack = newStack(ACME);
    const arn = 'arn:aws:codeartifact:us-east-1:222222222222:repository/acme/python';
    const role = new Role(stack, 'Role', {
      roleName: 'installer',
      assumedBy: new ServicePrincipal('codebuild.amazonaws.com'),
    });
    Repository.fromRepositoryArn(stack, 'Repository', arn).grantRead(role);
    resourceOf<CfnRole>(role).path = '/teams/';
    Annotations.fromStack(stack).hasWarning(
      '/Stack/Repository',
      Match.stringLikeRegexp('arn:aws:iam::111111111111:role/teams/installer'),
    );
  });
});

describe('what somebody else puts in the place of our texts stays', () => {
  test('an output, a description and the policy of a role', () => {
    const { stack, pipeline } = newPython();
    const policy = resourceOf<CfnPolicy>(pipeline.publishRole.node.findChild('DefaultPolicy'));
    policy.policyDocument = { Statement: [{ Effect: 'Deny', Action: '*', Resource: '*' }] };
    resourceOf<CfnRole>(pipeline.publishRole).description = 'Ours';
    (pipeline.node.findChild('IndexUrl') as CfnOutput).value = 'https://acme.example/';
    Aspects.of(stack).add(rename);
    const template = Template.fromStack(stack);
    template.hasResourceProperties('AWS::IAM::Policy', {
      PolicyDocument: { Statement: [{ Effect: 'Deny', Action: '*', Resource: '*' }] },
    });
    template.hasResourceProperties('AWS::IAM::Role', { Description: 'Ours' });
    template.hasOutput('*', { Value: 'https://acme.example/' });
  });
});

test('a second synthesis says the names that the tree has by then', () => {
  const app = new App();
  const python = newPython(new Stack(app, 'Artifacts', { env: ACME }));
  const mentions = () =>
    mentionsIn(JSON.stringify(app.synth({ force: true }).stacks[0].template), ...filesOf(python));
  expect(mentions()).toMatchObject({ domains: ['acme'], repositories: ['python'] });
  for (const name of ['globex', 'initech', 'acme']) {
    resourceOf<CfnDomain>(python.pipeline.domain).domainName = name;
    resourceOf(python.pipeline.repository).addPropertyOverride('RepositoryName', `${name}-python`);
    expect(mentions()).toMatchObject({ domains: [name], repositories: [`${name}-python`] });
  }
});

test('Fn.importValue of a role is the ARN that its output has', () => {
  const { stack, pipeline } = newPython();
  resourceOf<CfnRole>(pipeline.publishRole).roleName = Fn.importValue('role');
  expect(Object.values(Template.fromStack(stack).findOutputs('*')).map(({ Value }) => Value)).toContainEqual({
    'Fn::GetAtt': [stack.getLogicalId(resourceOf(pipeline.publishRole)), 'Arn'],
  });
});
