import { additionsTo, identitiesOf, movesBetween, withAdditions } from './identities';

const ROLE = { Type: 'AWS::IAM::Role', Properties: { RoleName: 'publish', Description: 'Publishes' } };
const DOMAIN = { Type: 'AWS::CodeArtifact::Domain', Properties: { DomainName: 'acme', Tags: [] } };
const PATH = '.github/workflows/publish.yml';

function identities(Resources: Record<string, object>, output = 'IndexUrl', path = PATH) {
  return identitiesOf({
    template: { Resources: Resources as never, Outputs: { [output]: { Value: 'x' } } },
    files: { [path]: 'on: push' },
  });
}

const BEFORE = identities({ Domain: DOMAIN, Role: ROLE });

test('an identity is the type, and the properties that replace the resource', () => {
  expect(BEFORE).toEqual({
    resources: {
      Domain: { type: 'AWS::CodeArtifact::Domain', properties: { DomainName: 'acme' } },
      Role: { type: 'AWS::IAM::Role', properties: { RoleName: 'publish' } },
    },
    outputs: ['IndexUrl'],
    files: [PATH],
  });
});

test.each([
  ['AWS::CodeArtifact::Repository', ['DomainName', 'DomainOwner', 'RepositoryName']],
  ['AWS::CodeArtifact::PackageGroup', ['DomainName', 'Pattern']],
  ['AWS::IAM::OIDCProvider', ['Url']],
  ['AWS::CodeArtifact::Domain', ['DomainName', 'EncryptionKey']],
  ['Custom::Unknown', []],
])('of %s, these are %j', (Type, expected) => {
  const names = [
    'Description',
    'DomainName',
    'DomainOwner',
    'EncryptionKey',
    'Pattern',
    'RepositoryName',
    'Url',
  ];
  const Properties = Object.fromEntries(names.map((name) => [name, name]));
  const [identity] = Object.values(identities({ Resource: { Type, Properties } }).resources);
  expect(Object.keys(identity.properties)).toEqual(expected);
});

test.each([
  ['nothing', identities({ Role: ROLE, Domain: DOMAIN }), []],
  [
    'a property that is updated in place',
    identities({ Domain: DOMAIN, Role: withProperty('Description') }),
    [],
  ],
  ['a logical id', identities({ Domain: DOMAIN, Other: ROLE }), ['AWS::IAM::Role Role is gone']],
  [
    'a type',
    identities({ Domain: DOMAIN, Role: { Type: 'AWS::IAM::User' } }),
    ['AWS::IAM::Role Role is of the type AWS::IAM::User now'],
  ],
  [
    'a physical name',
    identities({ Domain: DOMAIN, Role: withProperty('RoleName') }),
    ['AWS::IAM::Role Role is replaced: RoleName was "publish" and is "changed"'],
  ],
  [
    'a create-only property that was not said',
    identities({ Domain: DOMAIN, Role: withProperty('Path') }),
    ['AWS::IAM::Role Role is replaced: Path was nothing and is "changed"'],
  ],
  [
    'a name that is left to CloudFormation',
    identities({ Domain: DOMAIN, Role: { Type: 'AWS::IAM::Role' } }),
    ['AWS::IAM::Role Role is replaced: RoleName was "publish" and is nothing'],
  ],
  ['an output', identities({ Domain: DOMAIN, Role: ROLE }, 'Index'), ['the output IndexUrl is gone']],
  [
    'a file',
    identities({ Domain: DOMAIN, Role: ROLE }, 'IndexUrl', 'publish.yml'),
    [`the file ${PATH} is gone`],
  ],
])('a change of %s is told', (_what, after, expected) => {
  expect(movesBetween(BEFORE, after)).toEqual(expected);
});

describe('what is new', () => {
  const after = identitiesOf({
    template: {
      Resources: { Other: ROLE, Role: ROLE, Domain: DOMAIN },
      Outputs: { Url: {}, IndexUrl: {} },
    },
    files: { 'other.yml': '', [PATH]: '' },
  });

  test('is told', () => {
    expect(additionsTo(BEFORE, after)).toEqual(['Other', 'Url', 'other.yml']);
    expect(additionsTo(BEFORE, BEFORE)).toEqual([]);
  });

  test('comes after what is in the baseline', () => {
    const updated = withAdditions(BEFORE, after);
    expect(Object.entries(updated.resources)).toEqual([
      ...Object.entries(BEFORE.resources),
      ['Other', { type: 'AWS::IAM::Role', properties: { RoleName: 'publish' } }],
    ]);
    expect(updated.outputs).toEqual(['IndexUrl', 'Url']);
    expect(updated.files).toEqual([PATH, 'other.yml']);
  });

  test('covers nothing that has moved', () => {
    expect(withAdditions(BEFORE, identities({ Domain: DOMAIN, Moved: ROLE }))).toEqual(BEFORE);
  });

  test('is everything for an app without a baseline', () => {
    expect(withAdditions(undefined, after)).toEqual(after);
  });
});

function withProperty(name: string) {
  return { ...ROLE, Properties: { ...ROLE.Properties, [name]: 'changed' } };
}
