import { type Catalog, evaluateTrust, readPolicy } from '.';
import { loadCatalog } from './load-catalog';

const host = 'token.actions.githubusercontent.com';
const providerArn = `arn:aws:iam::111111111111:oidc-provider/${host}`;
const claims = {
  aud: 'sts.amazonaws.com',
  sub: 'repo:acme/orders-sdk:ref:refs/tags/v1.2.3',
  repository_id: '5678',
  runner_environment: 'github-hosted',
};
const allow = {
  Effect: 'Allow',
  Action: 'sts:AssumeRoleWithWebIdentity',
  Principal: { Federated: providerArn },
};

let catalog: Catalog;
beforeAll(async () => {
  catalog = await loadCatalog();
});

const evaluate = (Condition: object, more: object[] = [], given: Record<string, unknown> = claims) =>
  evaluateTrust(
    readPolicy('trust', { Version: '2012-10-17', Statement: [{ ...allow, Condition }, ...more] }),
    { catalog, providerArn, claims: given },
  );

describe('evaluateTrust', () => {
  it('compares claims with the conditions', () => {
    const sub = { [`${host}:sub`]: 'repo:acme/orders-sdk:ref:refs/tags/v*.*.*' };
    expect(evaluate({ StringLike: sub }).allowed).toBe(true);
    expect(evaluate({ StringEquals: sub }).allowed).toBe(false);
    expect(
      evaluate({ StringLike: sub, StringEquals: { [`${host}:aud`]: 'sts.amazonaws.com' } }).allowed,
    ).toBe(true);
    expect(
      evaluate({ StringLike: sub }, [], { ...claims, sub: 'repo:acme/other:pull_request' }),
    ).toMatchObject({
      allowed: false,
      considered: [expect.stringContaining('but it is repo:acme/other:pull_request')],
    });
  });

  it('reads ids, and an absent claim fails', () => {
    const id = { StringEquals: { [`${host}:repository_id`]: ['5678'] } };
    expect(evaluate(id).allowed).toBe(true);
    expect(evaluate(id, [], { ...claims, repository_id: undefined }).allowed).toBe(false);
  });

  it('refuses claims that AWS offers no condition key for', () => {
    expect(() => evaluate({ StringEquals: { [`${host}:runner_environment`]: 'github-hosted' } })).toThrow(
      `condition key ${host}:runner_environment is not known here`,
    );
  });

  it('wants the provider itself, and a deny wins', () => {
    const other = { ...allow, Principal: { Federated: `${providerArn}/evil` } };
    const trust = readPolicy('trust', { Version: '2012-10-17', Statement: [other] });
    expect(evaluateTrust(trust, { catalog, providerArn, claims }).allowed).toBe(false);
    expect(evaluate({}, [{ ...allow, Effect: 'Deny' }]).allowed).toBe(false);
    expect(evaluate({}, [{ ...allow, Effect: 'Deny', Principal: '*' }]).allowed).toBe(false);
    expect(evaluate({}, [{ ...allow, Action: 'sts:TagSession' }]).allowed).toBe(true);
  });
});
