import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  Annotations,
  App,
  Aspects,
  Aws,
  CfnCondition,
  CfnParameter,
  CfnResource,
  type Environment,
  Fn,
  Lazy,
  NestedStack,
  Stack,
  Stage,
} from 'aws-cdk-lib';
import { CfnDomain } from 'aws-cdk-lib/aws-codeartifact';
import {
  AccountRootPrincipal,
  CfnOIDCProvider,
  CfnRole,
  OidcProviderNative,
  OpenIdConnectProvider,
  Role,
} from 'aws-cdk-lib/aws-iam';
import { CfnInclude } from 'aws-cdk-lib/cloudformation-include';
import type { Construct, IConstruct } from 'constructs';
import { Domain, GitHubIssuer, GitHubOidcProvider } from '../../src';
import { publishRole } from '../support/publish-role';
import { ACME, newStack } from '../support/stacks';
import { problemsOf } from '../support/synthesis';
import { warningsOf } from '../support/warnings';

const ISSUER = 'token.actions.githubusercontent.com';
const url = `https://${ISSUER}`;
const SEE = 'https://docs.aws.amazon.com/IAM/latest/APIReference';
const EUROPE = { ...ACME, region: 'eu-west-1' };

const stackIn = (scope: Construct, id: string, env?: Environment) => new Stack(scope, id, { env });
const githubIn = (stack: Stack) => new GitHubOidcProvider(stack, 'GitHub');
const always = (stack: Stack) =>
  new CfnCondition(stack, 'IsWanted', { expression: Fn.conditionEquals(Aws.REGION, 'us-east-1') });
const theResource = (construct: IConstruct) => construct.node.defaultChild as CfnResource;

/** Includes a template of one resource. */
function include(
  stack: Stack,
  Type: string,
  Properties: object,
  more: { Condition?: string } = {},
): CfnInclude {
  const folder = mkdtempSync(join(tmpdir(), 'include-'));
  const templateFile = join(folder, 'template.json');
  const Conditions = { Wanted: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'us-east-1'] } };
  writeFileSync(
    templateFile,
    JSON.stringify({ Conditions, Resources: { Old: { Type, Properties, ...more } } }),
  );
  const included = new CfnInclude(stack, 'Legacy', { templateFile });
  rmSync(folder, { recursive: true });
  return included;
}

const OTHER_PROVIDERS: [situation: string, path: string, make: (stack: Stack) => unknown][] = [
  ['OidcProviderNative', 'Stack/Old', (stack) => new OidcProviderNative(stack, 'Old', { url })],
  ['OpenIdConnectProvider', 'Stack/Old', (stack) => new OpenIdConnectProvider(stack, 'Old', { url })],
  ['an L1', 'Stack/Old', (stack) => new CfnOIDCProvider(stack, 'Old', { url })],
  ['an L1 called Resource', 'Stack/Resource', (stack) => new CfnOIDCProvider(stack, 'Resource', { url })],
  [
    'a template that is included',
    'Stack/Legacy/Old',
    (stack) => include(stack, 'AWS::IAM::OIDCProvider', { Url: url }),
  ],
  [
    'a resource without a class of its own',
    'Stack/Old',
    (stack) => new CfnResource(stack, 'Old', { type: 'AWS::IAM::OIDCProvider', properties: { Url: url } }),
  ],
  ['one of ours', 'Stack/Old', (stack) => new GitHubOidcProvider(stack, 'Old')],
  [
    'an L1 in a nested stack',
    'Stack/N/Old',
    (stack) => new CfnOIDCProvider(new NestedStack(stack, 'N'), 'Old', { url }),
  ],
];

describe('a second provider of an issuer', () => {
  test.each(
    OTHER_PROVIDERS,
  )('made by %s is refused in a stack, with both paths and what to write', (_, path, make) => {
    const stack = newStack();
    make(stack);
    githubIn(stack);
    expect(problemsOf(stack)).toEqual([
      `[] ${path} and Stack/GitHub would both make the OIDC provider for ${url}, and an account has one for each ` +
        `issuer. Write instead: in place of Stack/GitHub, oidcProvider: the one at ${path}, or ` +
        `GitHubOidcProvider.fromAccount(this, 'GitHub'). See ${SEE}/API_CreateOpenIDConnectProvider.html`,
    ]);
  });

  test.each(OTHER_PROVIDERS)('made by %s is refused as well where it comes later', (_, path, make) => {
    const stack = newStack();
    githubIn(stack);
    make(stack);
    const ours =
      path === 'Stack/Old' ? /in place of Stack\/(GitHub|Old), oidcProvider/ : /in place of Stack\/GitHub/;
    expect(problemsOf(stack)).toEqual([expect.stringMatching(ours)]);
  });

  test.each([
    ['another Region', EUROPE],
    ['no known Region', { account: ACME.account }],
  ])('in %s of the account is refused, and named by its account there', (_, env) => {
    const app = new App();
    new OidcProviderNative(stackIn(app, 'Shared', ACME), 'Old', { url });
    githubIn(stackIn(app, 'Artifacts', env));
    expect(problemsOf(app)).toEqual([
      `[] Shared/Old and Artifacts/GitHub would both make the OIDC provider for ${url}, and an account has one for ` +
        'each issuer. Write instead: in place of Artifacts/GitHub, oidcProvider: ' +
        `GitHubOidcProvider.fromAccount(this, 'GitHub'). See ${SEE}/API_CreateOpenIDConnectProvider.html`,
    ]);
  });

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

  test('is no matter of this library where it made neither', () => {
    const stack = newStack();
    new CfnOIDCProvider(stack, 'One', { url });
    new CfnOIDCProvider(stack, 'Two', { url });
    publishRole(stack);
    expect(problemsOf(stack)).toEqual([]);
  });

  test('is none where the issuer is another one', () => {
    const stack = newStack();
    new OidcProviderNative(stack, 'Google', { url: 'https://accounts.google.com' });
    new GitHubOidcProvider(stack, 'Enterprise', { issuer: GitHubIssuer.enterprise('acme') });
    githubIn(stack);
    expect(problemsOf(stack)).toEqual([]);
  });

  test('is none where it left the tree again', () => {
    const stack = newStack();
    githubIn(stack);
    new GitHubOidcProvider(stack, 'Old');
    stack.node.tryRemoveChild('Old');
    expect(problemsOf(stack)).toEqual([]);
  });

  test.each([
    [GitHubIssuer.enterprise('acme'), "GitHubIssuer.enterprise('acme')"],
    [GitHubIssuer.gheCom('acme'), "GitHubIssuer.gheCom('acme')"],
    [
      GitHubIssuer.enterpriseServer('github.acme.example'),
      "GitHubIssuer.enterpriseServer('github.acme.example')",
    ],
  ])('of an issuer of its own is told how to refer to it: %#', (issuer, written) => {
    const stack = newStack();
    new CfnOIDCProvider(stack, 'Old', { url: issuer.url });
    new GitHubOidcProvider(stack, 'GitHub', { issuer });
    expect(problemsOf(stack)).toEqual([
      expect.stringContaining(`or GitHubOidcProvider.fromAccount(this, 'GitHub', ${written}). See`),
    ]);
  });
});

describe('a second domain of a name', () => {
  const acmeIn = (stack: Stack) => new Domain(stack, 'Domain', { domainName: 'acme' });
  const others: typeof OTHER_PROVIDERS = [
    ['one of ours', 'Stack/Old', (stack) => new Domain(stack, 'Old', { domainName: 'acme' })],
    ['an L1', 'Stack/Old', (stack) => new CfnDomain(stack, 'Old', { domainName: 'acme' })],
    [
      'a template that is included',
      'Stack/Legacy/Old',
      (stack) => include(stack, 'AWS::CodeArtifact::Domain', { DomainName: 'acme' }),
    ],
  ];

  test.each(others)('made by %s is refused in a stack', (_, path, make) => {
    const stack = newStack();
    make(stack);
    acmeIn(stack);
    expect(problemsOf(stack)).toEqual([
      `[] ${path} and Stack/Domain would both make the domain acme, and an account has one of each name in a Region. ` +
        `Write instead: in place of Stack/Domain, domain: the one at ${path}, or ` +
        "Domain.fromDomainAttributes(this, 'Domain', { domainName: 'acme' }). " +
        'See https://docs.aws.amazon.com/codeartifact/latest/APIReference/API_CreateDomain.html',
    ]);
  });

  test('is refused in another stack of the account and Region', () => {
    const app = new App();
    acmeIn(stackIn(app, 'One', ACME));
    acmeIn(stackIn(app, 'Two', ACME));
    expect(problemsOf(app)).toEqual([expect.stringMatching(/One\/Domain and Two\/Domain would both make/)]);
  });

  test('of another Stage is referred to by its name, since CloudFormation can not refer to it', () => {
    const app = new App();
    for (const name of ['dev', 'prod']) acmeIn(new Stack(new Stage(app, name, { env: ACME }), 'Python'));
    expect(problemsOf(app)).toEqual([
      expect.stringContaining(
        "domain: Domain.fromDomainAttributes(this, 'Domain', { domainName: 'acme' }). See",
      ),
    ]);
  });

  test.each([
    ['another Region', EUROPE],
    ['an unknown Region', { account: ACME.account }],
    ['another account', { ...ACME, account: '222222222222' }],
  ])('is none in %s', (_, env) => {
    const app = new App();
    acmeIn(stackIn(app, 'One', ACME));
    acmeIn(stackIn(app, 'Two', env));
    expect(problemsOf(app)).toEqual([]);
  });
});

describe('a second role of a name', () => {
  const assumedBy = new AccountRootPrincipal();
  const others: typeof OTHER_PROVIDERS = [
    ['aws-iam', 'Stack/Old', (stack) => new Role(stack, 'Old', { assumedBy, roleName: 'publisher' })],
    [
      'an L1',
      'Stack/Old',
      (stack) => new CfnRole(stack, 'Old', { assumeRolePolicyDocument: {}, roleName: 'publisher' }),
    ],
    [
      'a template that is included',
      'Stack/Legacy/Old',
      (stack) => include(stack, 'AWS::IAM::Role', { RoleName: 'publisher', AssumeRolePolicyDocument: {} }),
    ],
    [
      "aws-iam in other letters' case and with a path",
      'Stack/Old',
      (stack) => new Role(stack, 'Old', { assumedBy, roleName: 'Publisher', path: '/ci/' }),
    ],
  ];

  test.each(others)('made by %s is refused', (_, path, make) => {
    const stack = newStack();
    make(stack);
    publishRole(stack, { roleName: 'publisher' });
    expect(problemsOf(stack)).toEqual([
      `[] ${path} and Stack/Role would both make the role publisher, and an account has one of each name, in ` +
        "whatever Region, path and letters' case. Write instead: another name for Stack/Role, which is roleName, or " +
        `publishRoleName or readRoleName of what makes it. See ${SEE}/API_CreateRole.html`,
    ]);
  });

  test('is refused in another Region of the account', () => {
    const app = new App();
    for (const [id, env] of Object.entries({ One: ACME, Two: EUROPE })) {
      publishRole(stackIn(app, id, env), { roleName: 'publisher' });
    }
    expect(problemsOf(app)).toEqual([expect.stringMatching(/One\/Role and Two\/Role would both make/)]);
  });

  test('is none where CloudFormation makes up the names', () => {
    const stack = newStack();
    new Role(stack, 'Old', { assumedBy });
    publishRole(stack);
    expect(problemsOf(stack)).toEqual([]);
  });

  test('is refused where the name is a parameter of the stack, and none where it is one of another stack', () => {
    const app = new App();
    for (const [id, env] of Object.entries({ One: ACME, Two: EUROPE })) {
      const stack = stackIn(app, id, env);
      const roleName = new CfnParameter(stack, 'Name').valueAsString;
      publishRole(stack, { roleName });
      if (id === 'Two') new Role(stack, 'Old', { assumedBy, roleName });
    }
    expect(problemsOf(app)).toEqual([
      expect.stringContaining('Two/Role and Two/Old would both make the role {"Ref":"Name"}'),
    ]);
  });

  test('is none where a parameter may leave the name to CloudFormation', () => {
    const stack = newStack();
    const roleName = Fn.conditionIf(always(stack).logicalId, 'publisher', Aws.NO_VALUE).toString();
    publishRole(stack, { roleName });
    new Role(stack, 'Old', { assumedBy, roleName });
    expect(problemsOf(stack)).toEqual([]);
  });
});

describe('the name that counts is the one that the tree says last', () => {
  test('an Aspect makes two names one', () => {
    const stack = newStack();
    publishRole(stack, { roleName: 'publisher' });
    new CfnRole(stack, 'Old', { assumeRolePolicyDocument: {}, roleName: 'other' });
    Aspects.of(stack).add({
      visit: (node) => {
        if (node instanceof CfnRole) node.roleName = 'acme-publisher';
      },
    });
    expect(problemsOf(stack)).toEqual([expect.stringContaining('the role acme-publisher')]);
  });

  test.each<[situation: string, override: (domain: CfnDomain) => void]>([
    ['an override', (domain) => domain.addPropertyOverride('DomainName', 'acme-two')],
    ['an override of everything', (domain) => domain.addOverride('Properties.DomainName', 'acme-two')],
    [
      'a value that is said late',
      (domain) => Object.assign(domain, { domainName: Lazy.string({ produce: () => 'acme-two' }) }),
    ],
    ['an override that deletes it', (domain) => domain.addPropertyDeletionOverride('DomainName')],
    ['an override of its type', (domain) => domain.addOverride('Type', 'Custom::Domain')],
  ])('%s makes one name two', (_, override) => {
    const stack = newStack();
    new Domain(stack, 'One', { domainName: 'acme' });
    const two = new Domain(stack, 'Two', { domainName: 'acme' });
    override(theResource(two) as CfnDomain);
    expect(problemsOf(stack)).toEqual([]);
  });

  test('an override makes two issuers one', () => {
    const stack = newStack();
    githubIn(stack);
    new CfnOIDCProvider(stack, 'Old', { url: 'https://accounts.google.com' }).addPropertyOverride('Url', url);
    expect(problemsOf(stack)).toEqual([
      expect.stringContaining('Stack/GitHub and Stack/Old would both make'),
    ]);
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
});
