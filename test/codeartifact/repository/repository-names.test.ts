import { CfnParameter } from 'aws-cdk-lib';
import { Domain, Repository } from '../../../src';
import { currentNamesOf, namesOf } from '../../../src/codeartifact/repository/repository-names';
import { ACME, newStack } from '../../support/stacks';

test('the names of a new repository are text, as they were given', () => {
  const stack = newStack();
  const domain = new Domain(stack, 'Domain', { domainName: 'acme' });
  const repository = new Repository(stack, 'Repository', { domain, repositoryName: 'python' });
  expect(namesOf(repository)).toEqual({ domainName: 'acme', repositoryName: 'python' });
});

test('those of an imported one are as its ARN has them', () => {
  const arn = 'arn:aws:codeartifact:us-east-1:111111111111:repository/acme/python';
  const repository = Repository.fromRepositoryArn(newStack(ACME), 'Repository', arn);
  expect(namesOf(repository)).toEqual({ domainName: 'acme', repositoryName: 'python' });
  expect(currentNamesOf(repository)).toEqual(namesOf(repository));
});

test('a name that is a token is a reference, or the token itself', () => {
  const stack = newStack();
  const name = new CfnParameter(stack, 'Name').valueAsString;
  const domain = new Domain(stack, 'Domain', { domainName: name });
  const repository = new Repository(stack, 'Repository', { domain, repositoryName: name });
  expect(namesOf(repository)).toEqual({
    domainName: domain.domainName,
    repositoryName: repository.repositoryName,
  });
  expect(currentNamesOf(repository)).toEqual({ domainName: name, repositoryName: name });
});
