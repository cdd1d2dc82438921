import { readPolicy } from '../authorization';
import { checkTrustOnWrite } from './trust-on-write';

const host = 'token.actions.githubusercontent.com';
const trust = (Condition: object, provider = host) =>
  readPolicy('trust', {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Action: 'sts:AssumeRoleWithWebIdentity',
        Principal: { Federated: `arn:aws:iam::111111111111:oidc-provider/${provider}` },
        Condition,
      },
    ],
  });

// The first four were measured by others against IAM; see the facts on GitHub and AWS.
it.each<[object, boolean]>([
  [{}, false],
  [{ StringLike: { [`${host}:sub`]: '*' } }, false],
  [{ StringLike: { [`${host}:sub`]: 'repo:*' } }, true],
  [{ StringLike: { [`${host}:sub`]: 'repo:*/*' } }, true],
  [{ StringEquals: { [`${host}:repository_id`]: '1' } }, false],
  [
    {
      StringEquals: { [`${host}:job_workflow_ref`]: 'acme/platform/.github/workflows/x.yml@refs/heads/main' },
    },
    true,
  ],
  [{ StringLikeIfExists: { [`${host}:sub`]: 'repo:acme/x:*' } }, false],
])('%j is accepted: %s', (condition, accepted) => {
  const check = () => checkTrustOnWrite(trust(condition));
  if (accepted) expect(check).not.toThrow();
  else expect(check).toThrow('MalformedPolicyDocument');
});

it('does not look at other providers', () => {
  expect(() => checkTrustOnWrite(trust({}, 'example.com'))).not.toThrow();
});
