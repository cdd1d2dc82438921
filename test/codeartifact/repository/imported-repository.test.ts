import { CfnParameter, CfnResource } from 'aws-cdk-lib';
import { AccountPrincipal, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Domain, Repository } from '../../../src';
import { deploy } from '../../support/deployed';
import { expectRefusal } from '../../support/refusals';
import { ACME, newStack } from '../../support/stacks';
import { only } from '../../support/statements';

const ARN = 'arn:aws:codeartifact:us-east-1:111111111111:repository/acme/python';

describe('a repository imported by its ARN', () => {
  test('has the account and Region that stand in it, and so has its domain', () => {
    const arn = 'arn:aws:codeartifact:eu-west-1:222222222222:repository/acme/Python_3.x';
    const repository = Repository.fromRepositoryArn(newStack(ACME), 'Repository', arn);
    expect([repository.repositoryArn, repository.repositoryName]).toEqual([arn, 'Python_3.x']);
    expect([repository.domain.domainName, repository.domain.domainOwner]).toEqual(['acme', '222222222222']);
    for (const { env } of [repository, repository.domain]) {
      expect({ ...env }).toEqual({ account: '222222222222', region: 'eu-west-1' });
    }
  });

  test('has its domain in the partition that stands in it', () => {
    const arn = 'arn:aws-us-gov:codeartifact:us-gov-west-1:111111111111:repository/acme/python';
    const { domain } = Repository.fromRepositoryArn(newStack(ACME), 'Repository', arn);
    expect(domain.domainArn).toBe('arn:aws-us-gov:codeartifact:us-gov-west-1:111111111111:domain/acme');
  });

  test('may have one that only deployment knows', () => {
    const stack = newStack();
    const arn = new CfnParameter(stack, 'Arn').valueAsString;
    const { domain, repositoryName } = Repository.fromRepositoryArn(stack, 'Repository', arn);
    const { domainArn, domainName, domainOwner } = domain;
    const properties = { repositoryName, domainName, domainOwner, domainArn };
    new CfnResource(stack, 'Seen', { type: 'Test::Seen', properties });
    expect(only(deploy(stack, { parameters: { Arn: ARN } }), 'Test::Seen').properties).toEqual({
      repositoryName: 'python',
      domainName: 'acme',
      domainOwner: '111111111111',
      domainArn: 'arn:aws:codeartifact:us-east-1:111111111111:domain/acme',
    });
  });

  test('may stand beside another in one scope', () => {
    const stack = newStack();
    Repository.fromRepositoryArn(stack, 'First', ARN);
    Repository.fromRepositoryArn(stack, 'Second', ARN);
    expect(deploy(stack)).toEqual([]);
  });

  test.each([
    ['python'],
    [''],
    ['arn:aws:codeartifact:us-east-1:111111111111:domain/acme'],
    ['arn:aws:s3:us-east-1:111111111111:repository/acme/python'],
    ['arn:aws:codeartifact:us-east-1:111111111111:repository/acme'],
    ['arn:aws:codeartifact:us-east-1:111111111111:repository/acme/'],
    ['arn:aws:codeartifact:us-east-1:111111111111:repository/acme/python/pypi'],
    ['arn:aws:codeartifact:us-east-1:111111111111:repository/acme/*'],
    ['arn:aws:codeartifact:us-east-1:111111111111:repository/*/python'],
    ['arn:aws:codeartifact:us-east-1::repository/acme/python'],
    ['arn:aws:codeartifact::111111111111:repository/acme/python'],
    ['arn:*:codeartifact:us-east-1:111111111111:repository/acme/python'],
  ])('may not have the ARN %j', (repositoryArn) => {
    expectRefusal(
      () => Repository.fromRepositoryArn(newStack(), 'Repository', repositoryArn),
      `repositoryArn ${JSON.stringify(repositoryArn)} is not the ARN of a CodeArtifact repository.`,
      'Allowed: arn:PARTITION:codeartifact:REGION:ACCOUNT:repository/DOMAIN/NAME.',
      '(construct Stack/Repository)',
    );
  });
});

describe('a repository imported by its attributes', () => {
  test('has the very domain that it is given, and its account and Region', () => {
    const stack = newStack(ACME);
    const domain = Domain.fromDomainAttributes(stack, 'Domain', {
      domainName: 'acme',
      domainOwner: '222222222222',
      region: 'eu-west-1',
    });
    const attributes = Object.freeze({ domain, repositoryName: 'python' });
    const repository = Repository.fromRepositoryAttributes(stack, 'Repository', attributes);
    expect(repository.domain).toBe(domain);
    expect({ ...repository.env }).toEqual({ account: '222222222222', region: 'eu-west-1' });
    new CfnResource(stack, 'Seen', { type: 'Test::Seen', properties: { arn: repository.repositoryArn } });
    expect(only(deploy(stack), 'Test::Seen').properties).toEqual({
      arn: 'arn:aws:codeartifact:eu-west-1:222222222222:repository/acme/python',
    });
  });

  test('may have a name that only deployment knows', () => {
    const stack = newStack();
    const domain = new Domain(stack, 'Domain', { domainName: 'acme' });
    const repositoryName = new CfnParameter(stack, 'Name').valueAsString;
    const repository = Repository.fromRepositoryAttributes(stack, 'Repository', { domain, repositoryName });
    new CfnResource(stack, 'Seen', { type: 'Test::Seen', properties: { arn: repository.repositoryArn } });
    const resources = deploy(stack, { parameters: { Name: 'python' } });
    expect(only(resources, 'Test::Seen').properties).toEqual({ arn: ARN });
  });

  test('may not have a name that no repository has', () => {
    const stack = newStack();
    const domain = Domain.fromDomainAttributes(stack, 'Domain', { domainName: 'acme' });
    const attributes = { domain, repositoryName: 'python*' };
    expectRefusal(
      () => Repository.fromRepositoryAttributes(stack, 'Repository', attributes),
      'repositoryName "python*" is not a name that CodeArtifact accepts.',
      'Allowed: 2 to 100 characters, letters, digits, dots, underscores and hyphens, a letter or digit first.',
      "Write instead: 'python-'.",
      'See https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-codeartifact-repository.html',
      '(construct Stack/Repository)',
    );
  });
});

test('an imported repository does not take statements', () => {
  const repository = Repository.fromRepositoryArn(newStack(ACME), 'Repository', ARN);
  const statement = new PolicyStatement({
    principals: [new AccountPrincipal('222222222222')],
    actions: ['codeartifact:DescribeRepository'],
    resources: ['*'],
  });
  expect(repository.addToResourcePolicy(statement)).toEqual({ statementAdded: false });
});
