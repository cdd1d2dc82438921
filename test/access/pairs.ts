import { App, Aspects, CfnResource, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { ManagedPolicy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { AccessSetup } from '../../commands/access/setup';
import { readAccess } from '../../commands/access/setup';
import {
  GitHubPublisher,
  PublishTrigger,
  PythonArtifactPipeline,
  type PythonArtifactPipelineProps,
  SubjectFormat,
  WorkflowHost,
} from '../../src';
import { ACME } from '../support/stacks';

// biome-ignore lint/suspicious/noExplicitAny: a template has no types
type Json = any;
type Props = Partial<PythonArtifactPipelineProps>;

export interface Pair {
  readonly says: string;
  readonly before: () => AccessSetup;
  readonly after: () => AccessSetup;
}

const ids = { ownerId: '1', repositoryId: '10' };
const repo = (name: string, more = {}) => GitHubPublisher.repository(name, more);
const ORDERS = repo('acme/orders', ids);
const BILLING = repo('acme/billing', { ownerId: '1', repositoryId: '42' });
const HOST = WorkflowHost.branch('acme/platform', 'main');
const tags = (...patterns: string[]) => PublishTrigger.tags(...patterns);

/** That of the usual pipeline is in most pairs. */
let usual: Json;

function templateOf(props: Props = {}, change?: (stack: Stack) => void): Json {
  const isUsual = Object.keys(props).length === 0 && !change;
  if (!isUsual) return synthesized(props, change);
  usual ??= synthesized(props);
  return usual;
}

function synthesized(props: Props, change: (stack: Stack) => void = () => undefined, env = ACME): Json {
  const stack = new Stack(new App({ treeMetadata: false, stackTraces: false }), 'Python', { env });
  new PythonArtifactPipeline(stack, 'Pipeline', {
    domainName: 'acme',
    repositoryName: 'python',
    publishers: [ORDERS],
    packages: ['acme-*'],
    organizationIds: ['o-a1b2c3d4e5'],
    ...props,
  });
  change(stack);
  return Template.fromStack(stack).toJSON();
}

const read = (template: Json, environment = ACME) => readAccess([{ template, environment }]);
const ofProps =
  (props: Props = {}, change?: (stack: Stack) => void) =>
  () =>
    read(templateOf(props, change));
/** The same after an edit of the template. */
const edited = (props: Props, edit: (template: Json) => void) => () => {
  const template = structuredClone(templateOf(props));
  edit(template);
  return read(template);
};
const all = (template: Json, type: string): Json[] =>
  Object.values<Json>(template.Resources)
    .filter(({ Type }) => Type === type)
    .map(({ Properties }) => Properties);
const trust = (t: Json): Json[] =>
  all(t, 'AWS::IAM::Role').flatMap((role) => role.AssumeRolePolicyDocument.Statement);
const policy = (t: Json) => all(t, 'AWS::IAM::Policy')[0].PolicyDocument;
const KEY = 'token.actions.githubusercontent.com';

const pair = (says: string, before: () => AccessSetup, after: () => AccessSetup): Pair => ({
  says,
  before,
  after,
});
const same = ofProps();
const withHost = { workflow: { host: HOST } };

function bounded(stack: Stack): void {
  const boundary = new ManagedPolicy(stack, 'Boundary', {
    managedPolicyName: 'boundary',
    statements: [
      new PolicyStatement({
        actions: ['codeartifact:*'],
        resources: [
          'arn:aws:codeartifact:*:*:*/acme/python/pypi//acme-x',
          'arn:aws:codeartifact:*:*:domain/*',
          'arn:aws:codeartifact:*:*:repository/*',
        ],
      }),
      new PolicyStatement({ actions: ['sts:*'], resources: ['*'] }),
    ],
  });
  Aspects.of(stack).add({
    visit: (node) => {
      if (CfnResource.isCfnResource(node) && node.cfnResourceType === 'AWS::IAM::Role') {
        node.addPropertyOverride('PermissionsBoundary', stack.resolve(boundary.managedPolicyArn));
      }
    },
  });
}

const elsewhere = (t: Json, arn: unknown) => {
  for (const role of all(t, 'AWS::IAM::Role')) role.PermissionsBoundary = arn;
};

const madeUp = (t: Json) => {
  for (const { Condition } of trust(t)) {
    Condition.StringLike[`${KEY}:sub`] = [
      'repo:acme/orders:environment:prod:job_workflow_ref:acme/platform/*',
    ];
  }
};

export const PAIRS: readonly Pair[] = [
  pair('a subject that an owner made up', same, edited({}, madeUp)),
  pair('a subject that an owner made up, on both sides', edited({}, madeUp), edited({}, madeUp)),
  pair('nothing changed', same, ofProps()),
  pair('pattern widened by one *', ofProps({ publishOn: tags('v1.*') }), ofProps({ publishOn: tags('v1*') })),
  pair('pattern narrowed', ofProps({ publishOn: tags('v*') }), same),
  pair(
    'a pattern that another holds',
    ofProps({ publishOn: tags('v*') }),
    edited({ publishOn: tags('v*') }, (t) => {
      for (const { Condition } of trust(t))
        for (const sub of [Condition.StringLike[`${KEY}:sub`]])
          sub.push(...sub.map((one: string) => one.replace('v*', 'v*.*')));
    }),
  ),
  pair('tags to a branch', same, ofProps({ publishOn: PublishTrigger.branch('main') })),
  pair(
    'a branch beside tags',
    same,
    ofProps({ publishOn: PublishTrigger.anyOf(tags('v*.*.*'), PublishTrigger.branch('main')) }),
  ),
  pair('any ref', same, ofProps({ publishOn: PublishTrigger.anyRef() })),
  pair('environment dropped', ofProps({ publishOn: PublishTrigger.environment('release') }), same),
  pair('environment added', same, ofProps({ publishOn: PublishTrigger.environment('release') })),
  pair(
    'another environment',
    ofProps({ publishOn: PublishTrigger.environment('release') }),
    ofProps({ publishOn: PublishTrigger.environment('prod') }),
  ),
  pair(
    'ref of an environment dropped',
    ofProps({ publishOn: PublishTrigger.environment('release') }),
    edited({ publishOn: PublishTrigger.environment('release') }, (t) => {
      for (const { Condition } of trust(t)) delete Condition.StringLike[`${KEY}:ref`];
    }),
  ),
  pair('second publisher', same, ofProps({ publishers: [ORDERS, BILLING] })),
  pair('a publisher less', ofProps({ publishers: [ORDERS, BILLING] }), same),
  pair(
    'order of publishers changed',
    ofProps({ publishers: [ORDERS, BILLING] }),
    ofProps({ publishers: [BILLING, ORDERS] }),
  ),
  pair('another publisher', same, ofProps({ publishers: [BILLING] })),
  pair(
    'classic format added',
    ofProps({ publishers: [repo('acme/orders', { ...ids, subjectFormat: SubjectFormat.IMMUTABLE })] }),
    same,
  ),
  pair(
    'classic format dropped',
    same,
    ofProps({ publishers: [repo('acme/orders', { ...ids, subjectFormat: SubjectFormat.IMMUTABLE })] }),
  ),
  pair('ids dropped', same, ofProps({ publishers: [repo('acme/orders')] })),
  pair('ids added', ofProps({ publishers: [repo('acme/orders')] }), same),
  pair(
    'organization in place of repository',
    ofProps(withHost),
    ofProps({ ...withHost, publishers: [GitHubPublisher.organization('acme', { ownerId: '1' })] }),
  ),
  pair(
    'another owner of an organization',
    ofProps({ ...withHost, publishers: [GitHubPublisher.organization('acme', { ownerId: '1' })] }),
    ofProps({ ...withHost, publishers: [GitHubPublisher.organization('acme', { ownerId: '2' })] }),
  ),
  pair('host added', same, ofProps(withHost)),
  pair('host dropped', ofProps(withHost), same),
  pair(
    "host's ref from tag to branch",
    ofProps({ workflow: { host: WorkflowHost.tag('acme/platform', 'v1') } }),
    ofProps(withHost),
  ),
  pair(
    "host's ref from branch to commit",
    ofProps(withHost),
    ofProps({ workflow: { host: WorkflowHost.commit('acme/platform', 'a1'.repeat(20)) } }),
  ),
  pair(
    'any ref of the host',
    ofProps(withHost),
    edited(withHost, (t) => {
      for (const { Condition } of trust(t)) {
        Condition.StringLike[`${KEY}:job_workflow_ref`] = String(
          Condition.StringEquals[`${KEY}:job_workflow_ref`],
        ).replace(/@.*/, '@*');
        delete Condition.StringEquals[`${KEY}:job_workflow_ref`];
      }
    }),
  ),
  pair(
    'who starts the run asked for',
    same,
    edited({}, (t) => {
      for (const { Condition } of trust(t)) Condition.StringEquals[`${KEY}:actor_id`] = '583231';
    }),
  ),
  pair('package added', same, ofProps({ packages: ['acme-*', 'billing'] })),
  pair('package group narrowed', same, ofProps({ packages: ['acme-orders-*'] })),
  pair('a package that a prefix holds', same, ofProps({ packages: ['acme-*', 'acme-orders'] })),
  pair('all packages', same, ofProps({ packages: undefined })),
  pair('boundary removed', ofProps({}, bounded), same),
  pair('boundary added', same, ofProps({}, bounded)),
  pair(
    'boundary of elsewhere removed',
    edited({}, (t) => elsewhere(t, 'arn:aws:iam::111111111111:policy/platform')),
    same,
  ),
  pair(
    'boundary of elsewhere on both sides',
    edited({}, (t) => elsewhere(t, 'arn:aws:iam::111111111111:policy/platform')),
    edited({ publishOn: tags('v*.*.*') }, (t) => elsewhere(t, 'arn:aws:iam::111111111111:policy/platform')),
  ),
  pair('organization added', same, ofProps({ organizationIds: ['o-a1b2c3d4e5', 'o-zzzzzzzzzz'] })),
  pair('organization dropped', same, ofProps({ organizationIds: undefined })),
  pair(
    'everybody in place of an organization',
    same,
    edited({}, (t) => {
      for (const type of ['Domain', 'Repository']) {
        for (const { PermissionsPolicyDocument } of all(t, `AWS::CodeArtifact::${type}`)) {
          for (const statement of PermissionsPolicyDocument?.Statement ?? []) delete statement.Condition;
        }
      }
    }),
  ),
  pair(
    'statements of the role in one for each action',
    same,
    edited({}, (t) => {
      policy(t).Statement = policy(t).Statement.flatMap((one: Json) =>
        [one.Action].flat().map((Action: string) => ({ ...one, Action })),
      );
    }),
  ),
  pair(
    'statements merged',
    edited({}, (t) => {
      const [one] = trust(t);
      const [subs] = [one.Condition.StringLike[`${KEY}:sub`]];
      all(t, 'AWS::IAM::Role')[0].AssumeRolePolicyDocument.Statement = subs.map((sub: string) => ({
        ...one,
        Condition: { ...one.Condition, StringLike: { [`${KEY}:sub`]: sub } },
      }));
    }),
    same,
  ),
  pair(
    'keys in other letters, and an Id',
    same,
    edited({}, (t) => {
      for (const role of all(t, 'AWS::IAM::Role')) {
        role.AssumeRolePolicyDocument = JSON.parse(
          JSON.stringify(role.AssumeRolePolicyDocument).replaceAll(
            `${KEY}:sub`,
            'Token.Actions.GitHubUserContent.com:SUB',
          ),
        );
        role.AssumeRolePolicyDocument.Id = 'trust';
      }
    }),
  ),
  pair(
    'a deny of what nobody has',
    same,
    edited({}, (t) => {
      policy(t).Statement.push({ Effect: 'Deny', Action: 's3:*', Resource: '*' });
    }),
  ),
  pair(
    'a deny of some packages',
    same,
    edited({}, (t) => {
      policy(t).Statement.push({
        Effect: 'Deny',
        Action: 'codeartifact:Publish*',
        Resource: 'arn:aws:codeartifact:*:*:package/acme/python/pypi//acme-secret',
      });
    }),
  ),
  pair(
    'an audience of anybody',
    same,
    edited({}, (t) => {
      for (const { Condition } of trust(t)) Condition.StringLike[`${KEY}:aud`] = '*';
      for (const { Condition } of trust(t)) delete Condition.StringEquals[`${KEY}:aud`];
      for (const provider of all(t, 'AWS::IAM::OIDCProvider'))
        provider.ClientIdList.push('https://github.com/acme');
    }),
  ),
  pair(
    'a policy variable',
    same,
    edited({}, (t) => {
      policy(t).Statement.push({
        Effect: 'Allow',
        Action: 'codeartifact:PublishPackageVersion',
        Resource:
          'arn:aws:codeartifact:us-east-1:111111111111:package/acme/python/pypi//${aws:PrincipalTag/team}-*',
      });
    }),
  ),
];
