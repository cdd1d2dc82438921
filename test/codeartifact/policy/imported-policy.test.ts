import { Annotations, App, Stack } from 'aws-cdk-lib';
import {
  AccountPrincipal,
  AccountRootPrincipal,
  ArnPrincipal,
  PolicyStatement,
  Role,
} from 'aws-cdk-lib/aws-iam';
import { Domain, Repository } from '../../../src';
import { ACME, newStack } from '../../support/stacks';
import { warningsOf } from '../../support/warnings';

const ARN = 'arn:aws:codeartifact:us-east-1:111111111111';
const READ = ['codeartifact:ReadFromRepository', 'codeartifact:GetRepositoryEndpoint'];
const TOKEN = 'codeartifact:GetAuthorizationToken';

function warning(path: string, kind: string, statement: object): string {
  return (
    `${path}: The policy of an imported ${kind} is not changed. Where it does not say so already, ` +
    `add in the stack that owns the ${kind}: ${JSON.stringify(statement)} ` +
    `[ack: cdk-python-artifact-pipeline:imported-${kind}-policy]`
  );
}

function importedWarnings(stack: Stack): string[] {
  return warningsOf(stack).filter((text) => text.includes('imported-'));
}

describe('the policy of an imported domain or repository', () => {
  test('stays as it is, and each says what to add for each principal', () => {
    const stack = newStack(ACME);
    const repository = Repository.fromRepositoryArn(stack, 'Repository', `${ARN}:repository/acme/python`);
    for (const account of ['222222222222', '333333333333', '333333333333']) {
      repository.grantRead(new ArnPrincipal(`arn:aws:iam::${account}:root`));
    }
    const statement = (account: string, Action: string | string[], Resource: string) => ({
      Action,
      Effect: 'Allow',
      Principal: { AWS: `arn:aws:iam::${account}:root` },
      Resource,
    });
    expect(importedWarnings(stack)).toEqual([
      warning('/Stack/Repository', 'repository', statement('222222222222', READ, '*')),
      warning('/Stack/Repository', 'repository', statement('333333333333', READ, '*')),
      warning('/Stack/Repository/Domain', 'domain', statement('222222222222', TOKEN, `${ARN}:domain/acme`)),
      warning('/Stack/Repository/Domain', 'domain', statement('333333333333', TOKEN, `${ARN}:domain/acme`)),
    ]);
  });

  test('needs nothing for a principal of its own account', () => {
    const stack = newStack(ACME);
    const repository = Repository.fromRepositoryArn(stack, 'Repository', `${ARN}:repository/acme/python`);
    repository.grantRead(new AccountRootPrincipal());
    repository.grantRead(new AccountPrincipal('111111111111'));
    repository.grantRead(new Role(stack, 'Role', { assumedBy: new AccountRootPrincipal() }));
    expect(importedWarnings(stack)).toEqual([]);
  });

  test('is spoken of also for a role without a name of another account', () => {
    const app = new App();
    const stack = new Stack(app, 'Stack', { env: ACME });
    const other = new Stack(app, 'Other', { env: { ...ACME, account: '222222222222' } });
    const role = new Role(other, 'Role', { assumedBy: new AccountRootPrincipal() });
    const domain = Domain.fromDomainArn(stack, 'Domain', `${ARN}:domain/acme`);
    domain.grant(role, 'codeartifact:DescribeDomain');
    expect(importedWarnings(stack)).toEqual([
      warning('/Stack/Domain', 'domain', {
        Action: 'codeartifact:DescribeDomain',
        Effect: 'Allow',
        Principal: { AWS: other.resolve(role.roleArn) },
        Resource: `${ARN}:domain/acme`,
      }),
    ]);
  });

  test('is spoken of for a statement without a principal', () => {
    const stack = newStack(ACME);
    const domain = Domain.fromDomainArn(stack, 'Domain', `${ARN}:domain/acme`);
    const statement = new PolicyStatement({ actions: [TOKEN], resources: ['*'] });
    expect(domain.addToResourcePolicy(statement)).toEqual({ statementAdded: false });
    expect(importedWarnings(stack)).toEqual([
      warning('/Stack/Domain', 'domain', { Action: TOKEN, Effect: 'Allow', Resource: '*' }),
    ]);
  });

  test('is a warning that can be acknowledged', () => {
    const stack = newStack(ACME);
    const domain = Domain.fromDomainArn(stack, 'Domain', `${ARN}:domain/acme`);
    domain.grant(new AccountPrincipal('222222222222'), 'codeartifact:DescribeDomain');
    expect(importedWarnings(stack)).toHaveLength(1);
    Annotations.of(stack).acknowledgeWarning(
      'cdk-python-artifact-pipeline:imported-domain-policy',
      'done there',
    );
    expect(importedWarnings(stack)).toEqual([]);
  });
});
