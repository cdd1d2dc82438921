import { CfnParameter } from 'aws-cdk-lib';
import { domainArnOf, namesInArn } from '../../../src/codeartifact/resource/arns';
import { newStack } from '../../support/stacks';

const DOMAIN = 'arn:aws:codeartifact:us-east-1:111111111111:domain/acme';
const REPOSITORY = 'arn:aws:codeartifact:us-east-1:111111111111:repository/acme/python';

describe('the names in an ARN', () => {
  test('stand at its end', () => {
    expect(namesInArn('Stack/Domain', 'domain', DOMAIN)).toEqual(['acme']);
    expect(namesInArn('Stack/Repository', 'repository', REPOSITORY)).toEqual(['acme', 'python']);
  });

  test('are text where they stand beside tokens', () => {
    const stack = newStack();
    const resourceName = 'acme/python';
    const arn = stack.formatArn({ service: 'codeartifact', resource: 'repository', resourceName });
    expect(namesInArn('Stack/Repository', 'repository', arn)).toEqual(['acme', 'python']);
  });

  test.each([
    ['domain', REPOSITORY],
    ['repository', DOMAIN],
    ['domain', `${DOMAIN}\n`],
    ['repository', `${REPOSITORY}?`],
    ['domain', `${DOMAIN}${'x'.repeat(47)}`],
    ['repository', `${REPOSITORY}${'x'.repeat(95)}`],
    ['repository', REPOSITORY.replace('python', 'p')],
  ] as const)('of a %s are not in %j', (kind, arn) => {
    expect(() => namesInArn('Stack/Here', kind, arn)).toThrow(
      `${kind}Arn ${JSON.stringify(arn)} is not the ARN of a CodeArtifact ${kind}. Allowed: arn:`,
    );
  });

  test('may have no wildcard beside a token', () => {
    const arn = `${DOMAIN.slice(0, -4)}*${new CfnParameter(newStack(), 'Name').valueAsString}`;
    expect(() => namesInArn('Stack/Domain', 'domain', arn)).toThrow(
      'is not the ARN of a CodeArtifact domain',
    );
  });
});

test('the ARN of the domain of a repository has the partition, Region and account of the repository', () => {
  expect(domainArnOf(REPOSITORY, 'acme')).toBe(DOMAIN);
  expect(domainArnOf(REPOSITORY.replace('aws', 'aws-us-gov'), 'acme')).toBe(
    DOMAIN.replace('aws', 'aws-us-gov'),
  );
});
