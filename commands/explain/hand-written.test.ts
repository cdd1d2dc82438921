import { ExitCode } from '../command';
import { assembly, explained, ISSUER, role, statement, sub } from '../testing/hand-written';
import { claimsOf, tokenOf } from '../testing/pipeline';
import { folderWith, runCommand } from '../testing/run';

/** The role of the page that the construct takes the place of. */
const ORIGINAL = {
  Resources: { Role: role(statement(sub(['repo:acme/orders-sdk:*', 'repo:acme/billing-sdk:*']))) },
};

test("the original page's role lets any run of its repositories in", async () => {
  expect(await explained(ORIGINAL)).toMatchObject({ code: ExitCode.YES, verdict: 'granted' });
});

test("the original page's role refuses an immutable subject", async () => {
  const claims = claimsOf({ sub: 'repo:acme@1234/orders-sdk@5678:ref:refs/tags/v1.2.3' });
  const { code, roles } = await explained(ORIGINAL, claims);
  expect(code).toBe(ExitCode.NO);
  expect(roles[0].causes).toMatchObject([
    {
      id: 'immutable-subject',
      trusted: 'The role trusts repo:acme/orders-sdk or repo:acme/billing-sdk, without ids.',
    },
  ]);
});

test('where a condition takes any case, the case of the name is not the cause', async () => {
  const { roles } = await explained({
    Resources: {
      Role: role(statement(sub('repo:ACME/orders-sdk:ref:refs/heads/main', 'StringEqualsIgnoreCase'))),
    },
  });
  expect(roles[0].causes.map(({ id }: { id: string }) => id)).toEqual(['ref']);
});

test('a provider of the old kind is one, and the parameters of roles of services do not matter', async () => {
  const { code, roles } = await explained({
    Parameters: { Service: { Type: 'String' } },
    Resources: {
      Provider: {
        Type: 'Custom::AWSCDKOpenIdConnectProvider',
        Properties: { Url: `https://${ISSUER}`, ClientIDList: ['sts.amazonaws.com'] },
      },
      Lambda: role({
        Effect: 'Allow',
        Principal: { Service: 'lambda.amazonaws.com' },
        Action: 'sts:AssumeRole',
      }),
      Open: role({ Effect: 'Allow', Principal: { Service: { Ref: 'Service' } }, Action: 'sts:AssumeRole' }),
      Role: role(statement(sub('repo:acme/orders-sdk:*'), { Ref: 'Provider' })),
    },
  });
  expect([code, roles.map(({ logicalId }: { logicalId: string }) => logicalId)]).toEqual([
    ExitCode.YES,
    ['Role'],
  ]);
});

test('a provider without the audience of the token refuses, and the role is not blamed', async () => {
  const { code, roles } = await explained({
    Resources: {
      Provider: {
        Type: 'AWS::IAM::OIDCProvider',
        Properties: { Url: `https://${ISSUER}`, ClientIdList: ['other'] },
      },
      Role: role(statement(sub('repo:acme/orders-sdk:*'), { 'Fn::GetAtt': ['Provider', 'Arn'] })),
    },
  });
  expect(code).toBe(ExitCode.NO);
  expect(roles[0].causes).toMatchObject([
    { id: 'provider-audience', trusted: 'The token is for the audience sts.amazonaws.com.' },
  ]);
});

describe("what can't be told", () => {
  const Parameters = {
    Repository: { Type: 'String' },
    Standard: { Type: 'String', Default: 'acme/orders-sdk' },
  };
  const of = (value: unknown) => ({ Parameters, Resources: { Role: role(statement(sub(value))) } });
  const joined = (ref: string) => ({ 'Fn::Join': ['', ['repo:', { Ref: ref }, ':*']] });

  test.each([
    ['a parameter', joined('Repository'), 'parameter Repository has no value'],
    ['an import', { 'Fn::ImportValue': 'Subject' }, 'no stack exports Subject'],
    [
      'a function that is not known',
      { 'Fn::If': ['IsProd', 'a', 'b'] },
      'intrinsic function Fn::If is not known',
    ],
    ['what another resource says', { 'Fn::GetAtt': ['Nobody', 'Arn'] }, 'Nobody: no such resource'],
  ])('%s', async (_, value, why) => {
    const { code, verdict, roles } = await explained(of(value));
    expect([code, verdict]).toEqual([ExitCode.UNDECIDED, 'undecided']);
    expect(roles[0].open).toEqual([expect.stringContaining(why)]);
  });

  test('a parameter with a default is taken to have it', async () => {
    expect(await explained(of(joined('Standard')))).toMatchObject({ code: ExitCode.YES });
  });

  test('a parameter that is given is known', async () => {
    const given = (value: string) =>
      explained(of(joined('Repository')), claimsOf(), '--parameter', `Repository=${value}`);
    expect(await given('acme/orders-sdk')).toMatchObject({ code: ExitCode.YES });
    expect(await given('acme/website')).toMatchObject({ code: ExitCode.NO });
  });

  test('what is known of a value decides where it can', async () => {
    const value = { 'Fn::Join': ['', ['repo:', { Ref: 'Repository' }, ':ref:refs/heads/main']] };
    expect(await explained(of(value))).toMatchObject({ code: ExitCode.NO });
    expect(await explained(of(value), claimsOf({ ref: 'refs/heads/main' }))).toMatchObject({
      code: ExitCode.UNDECIDED,
    });
  });

  test('a role that is made on a condition only, and a policy that nobody here can read', async () => {
    const conditional = { ...role(statement(sub('repo:acme/orders-sdk:*'))), Condition: 'IsProd' };
    const unread = role({
      ...statement(sub('repo:acme/orders-sdk:*')),
      NotAction: 'iam:*',
      Action: undefined,
    });
    const { code, roles } = await explained({ Resources: { Conditional: conditional, Unread: unread } });
    expect(code).toBe(ExitCode.UNDECIDED);
    expect(roles.map(({ open }: { open: string[] }) => open[0])).toEqual([
      'Conditional: conditions are not known (IsProd)',
      'trust policy, statement 1: element NotAction is not known',
    ]);
  });

  test('a global condition key', async () => {
    const condition = {
      ...sub('repo:acme/orders-sdk:*'),
      IpAddress: {},
      StringEquals: { 'aws:SourceIp': '192.0.2.1' },
    };
    const { IpAddress: _, ...known } = condition;
    const { code, roles } = await explained({ Resources: { Role: role(statement(known)) } });
    expect(code).toBe(ExitCode.UNDECIDED);
    expect(roles[0].open).toEqual([
      'trust policy, statement 1: condition key aws:SourceIp is not known here',
    ]);
  });

  test('a claim that CloudTrail does not say', async () => {
    const condition = {
      StringEquals: { [`${ISSUER}:repository_id`]: '5678' },
      ...sub('repo:acme/orders-sdk:*'),
    };
    const template = { Resources: { Role: role(statement(condition)) } };
    const folder = assembly(template);
    const explain = (subject: string) =>
      runCommand(['explain', '--claims', '-', '--app', folder], {
        input: JSON.stringify({ sub: subject, aud: 'x' }),
      });
    const { code, stdout } = await explain('repo:acme/orders-sdk:ref:refs/heads/main');
    expect(code).toBe(ExitCode.UNDECIDED);
    expect(stdout).toMatch(/\? +repository_id StringEquals +5678 +not known/);
    expect((await explain('repo:acme/website:ref:refs/heads/main')).code).toBe(ExitCode.NO);
  });
});

test('the nearest role is explained first, and of its statements the nearest', async () => {
  const { roles } = await explained({
    Resources: {
      Cognito: role(statement({}, 'cognito-identity.amazonaws.com')),
      Far: role(statement({ ...sub('repo:acme/website:*'), StringEquals: { [`${ISSUER}:aud`]: 'x' } })),
      Near: role([
        statement(sub('repo:acme/website:*', 'StringEquals')),
        statement(sub('repo:acme/orders-sdk:ref:refs/heads/*')),
      ]),
    },
  });
  expect(roles.map(({ logicalId }: { logicalId: string }) => logicalId)).toEqual(['Near', 'Far', 'Cognito']);
});

test('no role at all', async () => {
  expect(await explained({ Resources: {} })).toMatchObject({
    code: ExitCode.NO,
    answer: 'No role trusts web identities.',
  });
});

test('what a stack imports from another one of the app is known', async () => {
  const templates = {
    A: { Outputs: { O: { Value: 'repo:acme/orders-sdk:*', Export: { Name: 'Subject' } } } },
    B: { Resources: { Role: role(statement(sub({ 'Fn::ImportValue': 'Subject' }))) } },
  };
  const artifacts = Object.fromEntries(
    Object.keys(templates).map((name) => [
      name,
      {
        type: 'aws:cloudformation:stack',
        environment: 'aws://111111111111/us-east-1',
        properties: { templateFile: name },
      },
    ]),
  );
  const files = Object.entries(templates).map(([name, template]) => [name, JSON.stringify(template)]);
  const folder = folderWith({ 'manifest.json': JSON.stringify({ artifacts }), ...Object.fromEntries(files) });
  const { code } = await runCommand(['explain', '--claims', '-', '--app', folder], {
    input: tokenOf(claimsOf()),
  });
  expect(code).toBe(ExitCode.YES);
});
