import { hostOf, trustedRole } from './trusted-role';

const ISSUER = 'token.actions.githubusercontent.com';
const role = (conditions: Record<string, string | string[]>, issuer = ISSUER) =>
  trustedRole({
    logicalId: 'Role',
    type: 'AWS::IAM::Role',
    ref: 'publish',
    attributes: {},
    properties: {
      AssumeRolePolicyDocument: {
        Version: '2012-10-17',
        Statement: {
          Effect: 'Allow',
          Action: 'sts:AssumeRoleWithWebIdentity',
          Principal: { Federated: `arn:aws:iam::111111111111:oidc-provider/${issuer}` },
          Condition: {
            StringLike: Object.fromEntries(
              Object.entries(conditions).map(([key, value]) => [`${issuer}:${key}`, value]),
            ),
          },
        },
      },
    },
  });

describe('whom a role trusts', () => {
  it('is told by its subjects, with the id that is its own', () => {
    const sub = [
      'repo:acme/a:ref:refs/tags/v*',
      'repo:acme@1/a@2:ref:refs/tags/v*',
      'repo:acme/b:environment:x',
    ];
    expect(role({ sub, repository_id: ['2', '3'], aud: 'sts.amazonaws.com' })).toMatchObject({
      audiences: ['sts.amazonaws.com'],
      organizationIds: [],
      repositories: [
        {
          name: 'acme/a',
          subjects: ['repo:acme/a', 'repo:acme@1/a@2'],
          repositoryIds: ['2'],
          ownerIds: ['1'],
        },
        { name: 'acme/b', subjects: ['repo:acme/b'], repositoryIds: ['2', '3'], ownerIds: [] },
      ],
    });
  });

  it('is an organization where there is no subject', () => {
    expect(role({ repository_owner_id: '1234', job_workflow_ref: 'x' })).toMatchObject({
      repositories: [],
      organizationIds: ['1234'],
    });
  });

  it('is nobody that can be named, where a subject has a wildcard for a name', () => {
    expect(role({ sub: 'repo:acme/*:ref:refs/heads/main' })?.repositories).toEqual([]);
  });

  it('is no concern where it is not GitHub', () => {
    expect(role({ sub: 'x' }, 'accounts.google.com')).toBeUndefined();
  });
});

it.each([
  [ISSUER, 'github.com'],
  [`${ISSUER}/acme`, 'github.com'],
  ['token.actions.acme.ghe.com', 'acme.ghe.com'],
  ['github.acme.example/_services/token', 'github.acme.example'],
])('%s is the issuer of %s', (issuer, host) => expect(hostOf(issuer)).toBe(host));
