import { CfnParameter, Fn, Stack } from 'aws-cdk-lib';
import { Domain, Repository } from '../../../src';
import { deploy } from '../../support/deployed';
import { ACME, newStack } from '../../support/stacks';
import { type Statement, statementsIn } from '../../support/statements';
import { warningsOf } from '../../support/warnings';

const FIRST = 'o-aaaaaaaaaa';
const SECOND = 'o-bbbbbbbbbb';
const ARN = 'arn:aws:codeartifact:us-east-1:111111111111:domain/acme';

function domainStatement(...organizationIds: string[]): Statement {
  return {
    effect: 'Allow',
    principal: { AWS: ['*'] },
    actions: [
      'codeartifact:DescribeDomain',
      'codeartifact:GetAuthorizationToken',
      'codeartifact:GetDomainPermissionsPolicy',
      'codeartifact:ListRepositoriesInDomain',
    ],
    resources: [ARN],
    conditions: { StringEquals: { 'aws:PrincipalOrgID': organizationIds } },
  };
}

function policyOf(stack: Stack): Statement[] {
  return statementsIn(deploy(stack), 'AWS::CodeArtifact::Domain');
}

describe('the organizations of a repository', () => {
  test('are let into its domain', () => {
    const stack = newStack(ACME);
    const domain = new Domain(stack, 'Domain', { domainName: 'acme' });
    new Repository(stack, 'Repository', { domain, repositoryName: 'python', organizationIds: [FIRST] });
    expect(policyOf(stack)).toEqual([domainStatement(FIRST)]);
  });

  test('are let in where they are not yet, each once', () => {
    const stack = newStack(ACME);
    const domain = new Domain(stack, 'Domain', { domainName: 'acme', organizationIds: [FIRST] });
    new Repository(stack, 'One', { domain, repositoryName: 'one', organizationIds: [FIRST] });
    new Repository(stack, 'Two', { domain, repositoryName: 'two', organizationIds: [FIRST, SECOND] });
    new Repository(stack, 'Three', { domain, repositoryName: 'three', organizationIds: [SECOND] });
    expect(policyOf(stack)).toEqual([domainStatement(FIRST), domainStatement(SECOND)]);
  });

  test('may be a list that only deployment knows', () => {
    const stack = newStack(ACME);
    const organizationIds = Fn.split(',', new CfnParameter(stack, 'Ids').valueAsString);
    const domain = new Domain(stack, 'Domain', { domainName: 'acme', organizationIds });
    new Repository(stack, 'Repository', { domain, repositoryName: 'python', organizationIds });
    const parameters = { Ids: `${FIRST},${SECOND}` };
    expect(statementsIn(deploy(stack, { parameters }), 'AWS::CodeArtifact::Domain')).toEqual([
      domainStatement(FIRST, SECOND),
    ]);
  });

  test('are let in from another stack', () => {
    const domains = newStack(ACME, 'Domains');
    const stack = new Stack(domains.node.root, 'Stack', { env: ACME });
    const domain = new Domain(domains, 'Domain', { domainName: 'acme' });
    new Repository(stack, 'Repository', { domain, repositoryName: 'python', organizationIds: [FIRST] });
    expect(policyOf(domains)).toEqual([domainStatement(FIRST)]);
  });

  test('are what an imported domain is warned of, with the statement', () => {
    const stack = newStack(ACME);
    const domain = Domain.fromDomainArn(stack, 'Domain', ARN);
    for (const id of ['one', 'two']) {
      new Repository(stack, id, { domain, repositoryName: id, organizationIds: [FIRST] });
    }
    const statement = {
      Action: [
        'codeartifact:ListRepositoriesInDomain',
        'codeartifact:GetDomainPermissionsPolicy',
        'codeartifact:GetAuthorizationToken',
        'codeartifact:DescribeDomain',
      ],
      Condition: { StringEquals: { 'aws:PrincipalOrgID': [FIRST] } },
      Effect: 'Allow',
      Principal: { AWS: '*' },
      Resource: ARN,
    };
    expect(warningsOf(stack)).toEqual([
      '/Stack/Domain: The policy of an imported domain is not changed. Where it does not say so already, add in ' +
        `the stack that owns the domain: ${JSON.stringify(statement)} ` +
        '[ack: cdk-python-artifact-pipeline:imported-domain-policy]',
    ]);
  });

  test('are counted once, however often they are given', () => {
    const stack = newStack(ACME);
    const organizationIds = [FIRST, FIRST];
    const domain = new Domain(stack, 'Domain', { domainName: 'acme', organizationIds });
    new Repository(stack, 'Repository', { domain, repositoryName: 'python', organizationIds });
    expect(policyOf(stack)).toEqual([domainStatement(FIRST)]);
    const [readers] = statementsIn(deploy(stack), 'AWS::CodeArtifact::Repository');
    expect(readers.conditions).toEqual({ StringEquals: { 'aws:PrincipalOrgID': [FIRST] } });
    expect(warningsOf(stack)).toEqual([]);
  });

  test('are none in an empty list, and nobody outside of the account is let in', () => {
    const stack = newStack(ACME);
    const domain = new Domain(stack, 'Domain', { domainName: 'acme', organizationIds: [] });
    new Repository(stack, 'Repository', { domain, repositoryName: 'python', organizationIds: [] });
    expect(policyOf(stack)).toEqual([]);
    const principals = statementsIn(deploy(stack), 'AWS::CodeArtifact::Repository').map(
      ({ principal }) => principal,
    );
    expect(principals).toEqual([{ AWS: [`arn:aws:iam::${ACME.account}:root`] }]);
    expect(warningsOf(stack)).toEqual([]);
  });

  test('stay as they were given', () => {
    const stack = newStack(ACME);
    const organizationIds = [FIRST];
    new Domain(stack, 'Domain', { domainName: 'acme', organizationIds });
    organizationIds.push('*');
    expect(policyOf(stack)).toEqual([domainStatement(FIRST)]);
  });
});
