import { Lazy, Token } from 'aws-cdk-lib';
import { AnyPrincipal, PrincipalWithConditions } from 'aws-cdk-lib/aws-iam';
import * as fc from 'fast-check';
import { Domain, Repository } from '../../../src';
import { narrowsWho } from '../../../src/codeartifact/policy/narrowing-conditions';
import { expectRefusal } from '../../support/refusals';
import { ACME, newStack } from '../../support/stacks';
import { tokenText } from '../../support/tokens';

const ORGANIZATION = { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' };

describe('a condition that leaves most of the world out', () => {
  test.each<[string, string, string | string[]]>([
    ['StringEquals', 'aws:PrincipalOrgID', 'o-a1b2c3d4e5'],
    ['StringEquals', 'AWS:principalorgid', 'o-a1b2c3d4e5'],
    ['StringLike', 'aws:PrincipalOrgID', ['o-a1b2c3d4e5', 'o-f6g7h8i9j0']],
    ['ForAnyValue:StringLike', 'aws:PrincipalOrgPaths', 'o-a1b2c3d4e5/r-ab12/*'],
    ['StringEquals', 'aws:PrincipalAccount', '222222222222'],
    ['ArnLike', 'aws:PrincipalArn', 'arn:aws:iam::222222222222:role/ci-*'],
    ['StringLike', 'aws:PrincipalArn', 'arn:*:iam::222222222222:*'],
    ['StringEquals', 'aws:SourceVpce', 'vpce-1a2b3c4d'],
    ['StringEquals', 'aws:SourceVpc', 'vpc-1a2b3c4d'],
    ['StringLike', 'aws:userid', 'AROAEXAMPLE:*'],
    ['IpAddress', 'aws:SourceIp', '203.0.113.0/24'],
    ['IpAddress', 'aws:SourceIp', '203.0.113.7'],
    ['IpAddress', 'aws:SourceIp', '2001:db8::/32'],
    ['StringEquals', 'aws:PrincipalOrgID', tokenText()],
    ['StringEquals', 'aws:PrincipalOrgID', 'dummy-value-for-/organization/id'],
    ['StringEquals', 'aws:PrincipalAccount', Lazy.list({ produce: () => ['222222222222'] })],
  ])('%s of %s is %j', (operator, key, value) => {
    expect(narrowsWho({ [operator]: { [key]: value } })).toBe(true);
  });

  test('is enough beside others that do not', () => {
    expect(narrowsWho({ Bool: { 'aws:SecureTransport': 'true' }, StringEquals: ORGANIZATION })).toBe(true);
    expect(narrowsWho({ StringEquals: { 'aws:PrincipalType': 'AssumedRole', ...ORGANIZATION } })).toBe(true);
  });

  test('may be left to deployment as a whole', () => {
    const later = Lazy.any({ produce: () => ({ StringEquals: ORGANIZATION }) });
    expect(narrowsWho(later as unknown as Record<string, unknown>)).toBe(true);
    expect(narrowsWho({ StringEquals: Token.asAny(later) })).toBe(true);
  });
});

describe('a condition that narrows nothing', () => {
  test.each<[string, string, string | string[]]>([
    ['StringLike', 'aws:PrincipalArn', '*'],
    ['ArnLike', 'aws:PrincipalArn', 'arn:aws:iam::*:role/ci'],
    ['ArnLike', 'aws:PrincipalArn', 'arn:aws:iam::22222222222?:role/ci'],
    ['StringLike', 'aws:PrincipalOrgID', '*'],
    ['StringLike', 'aws:PrincipalOrgID', 'o-*'],
    ['StringLike', 'aws:PrincipalOrgID', ['o-a1b2c3d4e5', 'o-*']],
    ['StringLike', 'aws:PrincipalOrgPaths', 'o-*/r-ab12/*'],
    ['StringLike', 'aws:PrincipalAccount', '2*'],
    ['StringLike', 'aws:SourceVpce', 'vpce-*'],
    ['StringLike', 'aws:userid', '*:ci'],
    ['IpAddress', 'aws:SourceIp', '0.0.0.0/0'],
    ['IpAddress', 'aws:SourceIp', '::/0'],
    ['IpAddress', 'aws:SourceIp', ['0.0.0.0/1', '128.0.0.0/1']],
    ['IpAddress', 'aws:SourceIp', '203.0.113.0/x'],
    ['Bool', 'aws:SecureTransport', 'true'],
    ['Bool', 'aws:MultiFactorAuthPresent', 'true'],
    ['Null', 'aws:PrincipalOrgID', 'false'],
    ['StringNotEquals', 'aws:PrincipalOrgID', 'o-a1b2c3d4e5'],
    ['StringNotLike', 'aws:PrincipalArn', 'arn:aws:iam::222222222222:role/ci'],
    ['NotIpAddress', 'aws:SourceIp', '203.0.113.0/24'],
    ['StringEqualsIfExists', 'aws:PrincipalOrgID', 'o-a1b2c3d4e5'],
    ['ForAllValues:StringEquals', 'aws:PrincipalOrgID', 'o-a1b2c3d4e5'],
    ['StringEquals', 'aws:PrincipalTag/team', 'platform'],
    ['StringEquals', 'aws:PrincipalType', 'AssumedRole'],
    ['StringEquals', 'aws:RequestedRegion', 'us-east-1'],
    ['DateLessThan', 'aws:CurrentTime', '2030-01-01T00:00:00Z'],
    ['StringEquals', 'constructor', 'x'],
  ])('%s of %s is %j', (operator, key, value) => {
    expect(narrowsWho({ [operator]: { [key]: value } })).toBe(false);
  });

  test('is none at all', () => {
    expect(narrowsWho({})).toBe(false);
  });

  test('is any of a key with a wildcard alone', () => {
    const keys = ['aws:PrincipalOrgID', 'aws:PrincipalArn', 'aws:SourceVpc', 'aws:userid', 'aws:SourceIp'];
    const open = fc.stringMatching(/^[*?]+$/);
    fc.assert(
      fc.property(fc.constantFrom(...keys), open, (key, value) => {
        expect(narrowsWho({ StringLike: { [key]: value } })).toBe(false);
      }),
    );
  });
});

describe('everyone under a condition', () => {
  function repositoryIn() {
    const stack = newStack(ACME);
    const domain = new Domain(stack, 'Domain', { domainName: 'acme' });
    return new Repository(stack, 'Repository', { domain, repositoryName: 'python' });
  }

  test('that narrows nothing is refused by every grant, with the condition', () => {
    const conditions = { Bool: { 'aws:SecureTransport': 'true' } };
    const everyone = new PrincipalWithConditions(new AnyPrincipal(), conditions);
    const repository = repositoryIn();
    const refusal = (path: string) => [
      'grantee "*" is everyone who has an AWS account, also where {"Bool":{"aws:SecureTransport":"true"}}.',
      'Allowed: principals with a name, and organizations.',
      "Write instead: new OrganizationPrincipal('o-...') of aws-cdk-lib/aws-iam, or organizationIds.",
      `(construct ${path})`,
    ];
    expectRefusal(() => repository.grantRead(everyone), ...refusal('Stack/Repository'));
    expectRefusal(() => repository.grantPublish(everyone), ...refusal('Stack/Repository'));
    expectRefusal(() => repository.grantDispose(everyone), ...refusal('Stack/Repository'));
    expectRefusal(
      () => repository.domain.grant(everyone, 'codeartifact:DescribeDomain'),
      ...refusal('Stack/Domain'),
    );
  });

  test('that says who is a grantee', () => {
    const conditions = { StringEquals: { 'aws:PrincipalAccount': '222222222222' } };
    const account = new AnyPrincipal().withConditions(conditions);
    expect(() => repositoryIn().grantRead(account)).not.toThrow();
  });
});
