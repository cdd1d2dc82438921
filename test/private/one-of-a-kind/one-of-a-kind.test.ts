import {
  Annotations,
  App,
  Aws,
  CfnCondition,
  type CfnResource,
  type Environment,
  Fn,
  NestedStack,
  Stack,
  Stage,
} from 'aws-cdk-lib';
import { CfnOIDCProvider, OidcProviderNative } from 'aws-cdk-lib/aws-iam';
import type { Construct, IConstruct } from 'constructs';
import { GitHubOidcProvider } from '../../../src';
import { include } from '../../support/included';
import { publishRole } from '../../support/publish-role';
import { ACME, newStack } from '../../support/stacks';
import { problemsOf } from '../../support/synthesis';
import { warningsOf } from '../../support/warnings';

const ISSUER = 'token.actions.githubusercontent.com';
const url = `https://${ISSUER}`;
const SEE = 'https://docs.aws.amazon.com/IAM/latest/APIReference';

const stackIn = (scope: Construct, id: string, env?: Environment) => new Stack(scope, id, { env });
const githubIn = (stack: Stack) => new GitHubOidcProvider(stack, 'GitHub');
const always = (stack: Stack) =>
  new CfnCondition(stack, 'IsWanted', { expression: Fn.conditionEquals(Aws.REGION, 'us-east-1') });
const theResource = (construct: IConstruct) => construct.node.defaultChild as CfnResource;

describe('the second of its kind', () => {
  test('of two Stages of an account is refused when the app is whole, be the first one synthesized before', () => {
    const app = new App();
    for (const name of ['dev', 'prod']) {
      const stage = new Stage(app, name, { env: ACME });
      githubIn(new Stack(stage, 'Python'));
      stage.synth();
    }
    expect(problemsOf(app)).toEqual([
      `[] dev/Python/GitHub and prod/Python/GitHub would both make the OIDC provider for ${url}, and an account has ` +
        'one for each issuer. Write instead: in place of prod/Python/GitHub, oidcProvider: ' +
        `GitHubOidcProvider.fromAccount(this, 'GitHub'). See ${SEE}/API_CreateOpenIDConnectProvider.html`,
    ]);
  });

  test.each([
    true,
    false,
  ])('of a Stage beside the pipeline that deploys it is refused, synthesized early: %p', (isEarly) => {
    const app = new App();
    const stage = new Stage(app, 'prod', { env: ACME });
    githubIn(new Stack(stage, 'Python'));
    if (isEarly) stage.synth();
    new CfnOIDCProvider(stackIn(app, 'Pipeline', ACME), 'Old', { url });
    expect(problemsOf(app)).toEqual([
      expect.stringMatching(
        /^\[\] prod\/Python\/GitHub and Pipeline\/Old .* in place of prod\/Python\/GitHub/,
      ),
    ]);
  });

  test('is found in a Stage that was synthesized before this library was used at all', () => {
    const app = new App();
    const shared = new Stage(app, 'shared', { env: ACME });
    new CfnOIDCProvider(new Stack(shared, 'Iam'), 'Old', { url });
    publishRole(new Stack(shared, 'Other'));
    shared.synth();
    const prod = new Stage(app, 'prod', { env: ACME });
    githubIn(new Stack(prod, 'Python'));
    prod.synth();
    expect(problemsOf(app)).toEqual([
      expect.stringMatching(/^\[\] shared\/Iam\/Old and prod\/Python\/GitHub would both make/),
    ]);
  });

  test('inside of one Stage is refused when that is synthesized', () => {
    const stage = new Stage(new App(), 'prod', { env: ACME });
    const stack = new Stack(stage, 'Python');
    githubIn(stack);
    new CfnOIDCProvider(stack, 'Old', { url });
    expect(() => stage.synth()).toThrow(
      /\[prod\] prod\/Python\/GitHub and prod\/Python\/Old would both make/,
    );
  });

  test.each([
    ['an account', [ACME, { ...ACME, account: '222222222222' }]],
    ['an unknown account', [undefined, undefined]],
    ['a known account beside an unknown one', [ACME, { region: 'us-east-1' }]],
  ])('is no matter where each has %s of its own', (_, envs) => {
    const app = new App();
    envs.forEach((env, index) => {
      githubIn(stackIn(app, `Stack${index}`, env));
    });
    expect(problemsOf(app)).toEqual([]);
  });

  test('is not one any more where the advice is followed', () => {
    const app = new App();
    const first = stackIn(app, 'First', ACME);
    const oidcProvider = new OidcProviderNative(first, 'Old', { url });
    const beside = stackIn(app, 'Beside', ACME);
    publishRole(beside, { oidcProvider });
    const abroad = new Stack(new Stage(app, 'abroad', { env: { ...ACME, region: 'eu-west-1' } }), 'Python');
    publishRole(abroad, { oidcProvider: GitHubOidcProvider.fromAccount(abroad, 'GitHub') });
    expect(problemsOf(app)).toEqual([]);
  });

  test('is no matter of this library where it made neither', () => {
    const app = new App();
    const stack = stackIn(app, 'Stack', ACME);
    new CfnOIDCProvider(stack, 'One', { url });
    new CfnOIDCProvider(stack, 'Two', { url });
    githubIn(stackIn(app, 'Elsewhere', { ...ACME, account: '222222222222' }));
    expect(problemsOf(app)).toEqual([]);
  });

  test('is none where it left the tree again', () => {
    const stack = newStack();
    githubIn(stack);
    new GitHubOidcProvider(stack, 'Old');
    stack.node.tryRemoveChild('Old');
    expect(problemsOf(stack)).toEqual([]);
  });
});

describe('a condition of CloudFormation', () => {
  const WARNING =
    `Stack/Old and Stack/GitHub would both make the OIDC provider for ${url}, and an account has one for each issuer, ` +
    'unless a condition leaves one of them out. Where both can be made, write instead: in place of Stack/GitHub, ' +
    "oidcProvider: the one at Stack/Old, or GitHubOidcProvider.fromAccount(this, 'GitHub'). " +
    `See ${SEE}/API_CreateOpenIDConnectProvider.html`;
  const ID = 'cdk-python-artifact-pipeline:second-unless-condition';

  const conditional = (stack: Stack, resource: CfnResource) => {
    resource.cfnOptions.condition = always(stack);
  };

  test.each(['theirs', 'ours'])('of %s makes it a warning, which can be acknowledged', (whose) => {
    const stack = newStack();
    const theirs = new OidcProviderNative(stack, 'Old', { url });
    const ours = githubIn(stack);
    conditional(stack, theResource(whose === 'ours' ? ours : theirs));
    expect(warningsOf(stack)).toEqual([`/Stack/GitHub/Resource: ${WARNING} [ack: ${ID}]`]);
  });

  test('is one that was acknowledged', () => {
    const stack = newStack();
    conditional(stack, new CfnOIDCProvider(stack, 'Old', { url }));
    Annotations.of(githubIn(stack)).acknowledgeWarning(ID, 'the conditions exclude each other');
    expect(warningsOf(stack)).toEqual([]);
  });

  test('in a template that is included counts as well', () => {
    const stack = newStack();
    include(stack, 'AWS::IAM::OIDCProvider', { Url: url }, { Condition: 'Wanted' });
    githubIn(stack);
    expect(warningsOf(stack)).toEqual([expect.stringContaining('Stack/Legacy/Old and Stack/GitHub')]);
  });

  test('of a nested stack counts for all that is in it', () => {
    const stack = newStack();
    const nested = new NestedStack(stack, 'Nested');
    conditional(stack, nested.nestedStackResource as CfnResource);
    new CfnOIDCProvider(nested, 'Old', { url });
    githubIn(stack);
    expect(warningsOf(stack)).toEqual([expect.stringContaining('Stack/Nested/Old and Stack/GitHub')]);
  });

  test('that stands in an override counts', () => {
    const stack = newStack();
    new CfnOIDCProvider(stack, 'Old', { url }).addOverride('Condition', always(stack).logicalId);
    githubIn(stack);
    expect(warningsOf(stack)).toHaveLength(1);
  });

  test('does not hide another one without', () => {
    const stack = newStack();
    conditional(stack, new CfnOIDCProvider(stack, 'Old', { url }));
    new CfnOIDCProvider(stack, 'Older', { url });
    githubIn(stack);
    expect(problemsOf(stack)).toEqual([expect.stringContaining('Stack/Older and Stack/GitHub')]);
  });

  test('is told where it is heard, when one of two Stages is synthesized before', () => {
    const app = new App();
    const dev = new Stack(new Stage(app, 'dev', { env: ACME }), 'Python');
    conditional(dev, theResource(githubIn(dev)));
    Stage.of(dev)?.synth();
    const prod = new Stack(new Stage(app, 'prod', { env: ACME }), 'Python');
    githubIn(prod);
    expect(warningsOf(prod)).toEqual([
      expect.stringMatching(/^\/prod\/Python\/GitHub\/Resource: dev\/Python\/GitHub and/),
    ]);
    expect(problemsOf(app)).toEqual([]);
  });

  test('is told of what another class makes in the second Stage, since of the first one nothing is heard', () => {
    const app = new App();
    const dev = new Stack(new Stage(app, 'dev', { env: ACME }), 'Python');
    conditional(dev, theResource(githubIn(dev)));
    Stage.of(dev)?.synth();
    const prod = new Stack(new Stage(app, 'prod', { env: ACME }), 'Python');
    new CfnOIDCProvider(prod, 'Old', { url });
    const oidcProvider = GitHubOidcProvider.fromAccount(prod, 'GitHub');
    publishRole(prod, { oidcProvider });
    expect(warningsOf(prod)).toContainEqual(
      expect.stringMatching(
        /^\/prod\/Python\/Old: dev\/Python\/GitHub and prod\/Python\/Old would both make/,
      ),
    );
  });
});
