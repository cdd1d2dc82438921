import { shown } from '../unknown';
import { resolveEach, resolveTemplate, type Template } from '.';

const environment = { account: '111111111111', region: 'eu-west-1' };
const domain = { Type: 'AWS::CodeArtifact::Domain', Properties: { DomainName: 'acme' } };
const resolve = (value: unknown, resources: Template['Resources'] = {}) =>
  resolveTemplate(
    {
      Resources: resources,
      Outputs: { Value: { Value: value } },
      Parameters: { P: { Default: 'd' }, Q: {} },
    },
    environment,
  ).outputs.Value;

describe('resolveTemplate', () => {
  it.each<[unknown, string]>([
    [{ Ref: 'AWS::AccountId' }, '111111111111'],
    [{ Ref: 'P' }, 'd'],
    [
      { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':', { Ref: 'AWS::Region' }]] },
      'arn:aws:eu-west-1',
    ],
    [{ 'Fn::Sub': `\${AWS::Region}-\${x}-\${D.Owner}-\${!kept}` }, ''],
    [{ 'Fn::Select': [1, { 'Fn::Split': [':', 'a:b:c'] }] }, 'b'],
    [{ 'Fn::GetAtt': ['D', 'Arn'] }, 'arn:aws:codeartifact:eu-west-1:111111111111:domain/acme'],
    [{ 'Fn::GetAtt': 'D.Name' }, 'acme'],
    [{ Ref: 'R' }, 'arn:aws:codeartifact:eu-west-1:111111111111:repository/acme/python'],
    [
      { 'Fn::GetAtt': ['G', 'Arn'] },
      'arn:aws:codeartifact:eu-west-1:111111111111:package-group/acme/pypi//acme-%2a',
    ],
    [{ 'Fn::GetAtt': ['Role', 'Arn'] }, 'arn:aws:iam::111111111111:role/publish'],
    [{ Ref: 'Oidc' }, 'arn:aws:iam::111111111111:oidc-provider/token.actions.githubusercontent.com'],
  ])('%j', (value, expected) => {
    const withVariables = (v: unknown) =>
      expected ? v : { 'Fn::Sub': [(v as { 'Fn::Sub': string })['Fn::Sub'], { x: 'X' }] };
    const name = { 'Fn::GetAtt': ['D', 'Name'] };
    const resources = {
      D: domain,
      R: {
        Type: 'AWS::CodeArtifact::Repository',
        Properties: { DomainName: name, RepositoryName: 'python' },
      },
      G: {
        Type: 'AWS::CodeArtifact::PackageGroup',
        Properties: { DomainName: name, Pattern: '/pypi//acme-*' },
      },
      Role: { Type: 'AWS::IAM::Role', Properties: { RoleName: 'publish' } },
      Oidc: {
        Type: 'AWS::IAM::OIDCProvider',
        Properties: { Url: 'https://token.actions.githubusercontent.com' },
      },
    };
    expect(resolve(withVariables(value), resources)).toBe(expected || `eu-west-1-X-111111111111-\${kept}`);
  });

  it.each<[unknown, string]>([
    [{ 'Fn::If': ['c', 1, 2] }, 'output Value: intrinsic function Fn::If is not known'],
    [{ 'Fn::FindInMap': ['a', 'b', 'c'] }, 'Fn::FindInMap is not known'],
    [{ Ref: 'AWS::StackId' }, 'pseudo parameter AWS::StackId is not known'],
    [{ Ref: 'Q' }, 'parameter Q has no value'],
    [{ Ref: 'Missing' }, 'Missing: no such resource'],
    [{ Ref: 'Bucket' }, 'Ref to Bucket of type AWS::S3::Bucket is not known'],
    [{ 'Fn::GetAtt': ['D', 'Color'] }, 'attribute Color of D (AWS::CodeArtifact::Domain) is not known'],
    [{ 'Fn::ImportValue': 'x' }, 'no stack exports x'],
    [{ 'Fn::Select': [3, ['a']] }, 'Fn::Select 3 is outside'],
    [{ Ref: 'Loop' }, 'Loop: refers to itself'],
    [{ Ref: 'Maybe' }, 'Maybe: conditions are not known'],
  ])('refuses %j', (value, message) => {
    const resources = {
      D: domain,
      Bucket: { Type: 'AWS::S3::Bucket' },
      Loop: { Type: 'AWS::IAM::Role', Properties: { RoleName: { Ref: 'Loop' } } },
      Maybe: { Type: 'AWS::IAM::Role', Condition: 'C' },
    };
    const only = Object.entries(resources).filter(([id]) => JSON.stringify(value).includes(`"${id}"`));
    expect(() => resolve(value, Object.fromEntries(only))).toThrow(message);
  });

  it.each<[string | undefined, string]>([
    [undefined, 'arn:aws:iam::111111111111:user/Someone'],
    ['Artifacts', 'arn:aws:iam::111111111111:user/Artifacts-Someone'],
  ])('makes names of the stack, %j, and the logical id', (stackName, arn) => {
    const template = {
      Resources: { Someone: { Type: 'AWS::IAM::User' } },
      Outputs: { Arn: { Value: { 'Fn::GetAtt': ['Someone', 'Arn'] } } },
    };
    expect(resolveTemplate(template, { ...environment, stackName }).outputs.Arn).toBe(arn);
  });

  it('refuses the name of a stack that has none', () => {
    expect(() => resolve({ Ref: 'AWS::StackName' })).toThrow('pseudo parameter AWS::StackName is not known');
  });

  it('takes lists for parameters, and tells what a resource is when its stack goes', () => {
    const template = {
      Parameters: { Ids: {} },
      Resources: {
        D: {
          Type: 'AWS::CodeArtifact::Domain',
          Properties: { DomainName: { 'Fn::Join': ['-', { Ref: 'Ids' }] } },
          DeletionPolicy: 'Retain',
        },
      },
    };
    const parameters = { Ids: ['a', 'b'] };
    expect(resolveTemplate(template, { ...environment, parameters }).resources).toMatchObject([
      { properties: { DomainName: 'a-b' }, deletionPolicy: 'Retain' },
    ]);
  });

  it('takes AWS::NoValue away', () => {
    const properties = { DomainName: 'acme', EncryptionKey: { Ref: 'AWS::NoValue' } };
    const { resources } = resolveTemplate(
      { Resources: { D: { Type: 'AWS::CodeArtifact::Domain', Properties: properties } } },
      environment,
    );
    expect(resources[0]?.properties).toEqual({ DomainName: 'acme' });
  });
});

describe('keepUnknown', () => {
  const value = (Value: unknown, more: object = {}) =>
    resolveTemplate(
      { Outputs: { O: { Value } }, ...more },
      { account: '111111111111', region: 'us-east-1', keepUnknown: true },
    ).outputs.O;

  test.each([
    [{ 'Fn::Join': ['', ['a', { Ref: 'P' }, 'b']] }, 'a<parameter P has no value>b'],
    [{ 'Fn::Join': ['', { Ref: 'P' }] }, '<a list is not known>'],
    [{ 'Fn::Select': [0, { Ref: 'P' }] }, '<a list is not known>'],
    [{ 'Fn::If': ['IsProd', 'a', 'b'] }, '<intrinsic function Fn::If is not known>'],
    [{ 'Fn::ImportValue': 'x' }, '<no stack exports x>'],
    [{ 'Fn::GetAtt': ['F', 'Arn'] }, '<attribute Arn of F (AWS::Lambda::Function) is not known>'],
    [{ Ref: 'S' }, '<parameter S has no value>'],
  ])('%j', (given, expected) => {
    const Parameters = {
      P: { Type: 'String' },
      S: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/path' },
    };
    expect(shown(value(given, { Parameters, Resources: { F: { Type: 'AWS::Lambda::Function' } } }))).toBe(
      expected,
    );
  });
});

test('resolveEach gives what can not be resolved its reason, and the rest its values', () => {
  const each = resolveEach(
    {
      Resources: {
        Good: { Type: 'AWS::IAM::Role', Properties: { RoleName: 'good' } },
        Bad: { Type: 'AWS::IAM::Role', Properties: { RoleName: { Ref: 'Gone' } } },
        Conditional: { Type: 'AWS::IAM::Role', Condition: 'IsProd' },
      },
    },
    { account: '111111111111', region: 'us-east-1' },
  );
  expect(each.get('Good')).toMatchObject({ ref: 'good' });
  expect(String(each.get('Bad'))).toBe('Refusal: Gone: no such resource');
  expect(String(each.get('Conditional'))).toBe('Refusal: Conditional: conditions are not known (IsProd)');
});
