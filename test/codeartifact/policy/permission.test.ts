import { App, Stack } from 'aws-cdk-lib';
import { AccountPrincipal, AccountRootPrincipal, type IGrantable, Role } from 'aws-cdk-lib/aws-iam';
import { authorize, type Catalog, type Policy, readPolicy } from '../../../evaluation/authorization';
import { loadCatalog } from '../../../evaluation/authorization/load-catalog';
import { Domain, Repository } from '../../../src';
import { deploy } from '../../support/deployed';
import { ACME } from '../../support/stacks';
import { warningsOf } from '../../support/warnings';

const ARN = 'arn:aws:codeartifact:us-east-1:111111111111';
const OUTSIDE = '222222222222';

let catalog: Catalog;
beforeAll(async () => {
  catalog = await loadCatalog('codeartifact', 'sts');
});

function repositoriesIn(stack: Stack): { python: Repository; staging: Repository } {
  const domain = new Domain(stack, 'Domain', { domainName: 'acme' });
  const [python, staging] = ['python', 'staging'].map(
    (repositoryName) => new Repository(stack, repositoryName, { domain, repositoryName }),
  );
  return { python, staging };
}

/** Whether CodeArtifact lets a role of an account do something in the domain of a stack. */
function lets(stack: Stack, account: string, identityPolicies: Policy[]) {
  const resourcePolicies = deploy(stack)
    .filter(({ type, properties }) => /Domain|Repository/.test(type) && properties.PermissionsPolicyDocument)
    .map(({ logicalId, type, properties }) => ({
      policy: readPolicy(logicalId, properties.PermissionsPolicyDocument),
      attachedTo: type.endsWith('Domain')
        ? `${ARN}:domain/acme`
        : `${ARN}:repository/acme/${properties.RepositoryName}`,
    }));
  const principal = { arn: `arn:aws:iam::${account}:role/promoter`, account };
  return (name: string, resource: string) =>
    authorize({
      catalog,
      principal,
      action: `codeartifact:${name}`,
      resource: `${ARN}:${resource}`,
      identityPolicies,
      resourcePolicies,
    }).allowed;
}

const promote = ({ python, staging }: ReturnType<typeof repositoriesIn>, grantee: IGrantable) => {
  python.grantCopyFrom(grantee, staging, ['acme-*']);
  python.grantUpdateStatus(grantee, ['acme-*']);
};

function expectPromotion(may: ReturnType<typeof lets>): void {
  const python = 'package/acme/python/pypi/';
  expect(may('CopyPackageVersions', `${python}/acme-core`)).toBe(true);
  expect(may('CopyPackageVersions', 'repository/acme/python')).toBe(true);
  expect(may('ReadFromRepository', 'repository/acme/staging')).toBe(true);
  expect(may('UpdatePackageVersionsStatus', `${python}/acme-core`)).toBe(true);

  expect(may('CopyPackageVersions', `${python}/billing`)).toBe(false);
  expect(may('CopyPackageVersions', 'package/acme/staging/pypi//acme-core')).toBe(false);
  expect(may('CopyPackageVersions', 'repository/acme/staging')).toBe(false);
  expect(may('ReadFromRepository', 'repository/acme/python')).toBe(false);
  expect(may('UpdatePackageVersionsStatus', `${python}/billing`)).toBe(false);
  expect(may('DisposePackageVersions', `${python}/acme-core`)).toBe(false);
  expect(may('PublishPackageVersion', `${python}/acme-core`)).toBe(false);
  expect(may('DeletePackageVersions', `${python}/acme-core`)).toBe(false);
}

describe('who is granted to promote can do that and no more', () => {
  test('as a role of the account, by its identity policy', () => {
    const stack = new Stack(new App(), 'Stack', { env: ACME });
    const role = new Role(stack, 'Role', { assumedBy: new AccountRootPrincipal() });
    promote(repositoriesIn(stack), role);
    const identity = deploy(stack)
      .filter(({ type }) => type === 'AWS::IAM::Policy')
      .map(({ logicalId, properties }) => readPolicy(logicalId, properties.PolicyDocument));
    expectPromotion(lets(stack, ACME.account, identity));
  });

  test('as a role of another account, once the policies of the warnings are added there', () => {
    const stack = new Stack(new App(), 'Stack', { env: ACME });
    promote(repositoriesIn(stack), new AccountPrincipal(OUTSIDE));
    const identity = warningsOf(stack).map((message) => {
      const [policy] = /\{"Version".*\}(?= \[ack)/.exec(message) ?? [];
      return readPolicy('the warning', JSON.parse(policy ?? ''));
    });
    expectPromotion(lets(stack, OUTSIDE, identity));
    expect(lets(stack, OUTSIDE, [])('CopyPackageVersions', 'repository/acme/python')).toBe(false);
  });

  test('as a role of another account in a stack of the app, by what CDK writes on both sides', () => {
    const app = new App();
    const stack = new Stack(app, 'Stack', { env: ACME });
    const other = new Stack(app, 'Other', { env: { ...ACME, account: OUTSIDE } });
    const role = new Role(other, 'Role', { roleName: 'promoter', assumedBy: new AccountRootPrincipal() });
    promote(repositoriesIn(stack), role);
    const identity = deploy(other, { account: OUTSIDE })
      .filter(({ type }) => type === 'AWS::IAM::Policy')
      .map(({ logicalId, properties }) => readPolicy(logicalId, properties.PolicyDocument));
    expectPromotion(lets(stack, OUTSIDE, identity));
    expect([...warningsOf(stack), ...warningsOf(other)]).toEqual([]);
  });
});
