import { App, Aspects, Stack, Stage } from 'aws-cdk-lib';
import { CfnDomain, CfnRepository } from 'aws-cdk-lib/aws-codeartifact';
import { AccountPrincipal, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { GitHubOidcProvider } from '../../src';
import { aspect, prefixNames } from '../support/aspects';
import { mentionsIn } from '../support/mentions';
import { allOf, filesOf, newPython, type Python, resourceOf, rolesIn } from '../support/python';
import { ACME } from '../support/stacks';

test('an app that nobody changes says one name of each', () => {
  const python = newPython();
  expect(allOf(python)).toMatchObject({ domains: ['acme'], repositories: ['python'] });
  expect(allOf(python).roles).toEqual(rolesIn(python.stack));
});

describe('domain and repository are called in template and files', () => {
  test.each<[string, (python: Python) => void]>([
    [
      'as properties of the L1 say',
      ({ pipeline }) => {
        resourceOf<CfnDomain>(pipeline.domain).domainName = 'globex';
        resourceOf<CfnRepository>(pipeline.repository).repositoryName = 'snakes';
      },
    ],
    [
      'as addPropertyOverride says',
      ({ pipeline }) => {
        resourceOf(pipeline.domain).addPropertyOverride('DomainName', 'globex');
        resourceOf(pipeline.repository).addPropertyOverride('RepositoryName', 'snakes');
      },
    ],
    [
      "as addOverride('Properties.…') says",
      ({ pipeline }) => {
        resourceOf(pipeline.domain).addOverride('Properties.DomainName', 'globex');
        resourceOf(pipeline.repository).addOverride('Properties', { RepositoryName: 'snakes' });
      },
    ],
    [
      'as an override says that stands over a property',
      ({ pipeline }) => {
        resourceOf(pipeline.domain).addPropertyOverride('DomainName', 'globex');
        resourceOf<CfnDomain>(pipeline.domain).domainName = 'initech';
        resourceOf<CfnRepository>(pipeline.repository).repositoryName = 'snakes';
      },
    ],
    [
      'as an Aspect says that visits the repository before the domain is renamed',
      ({ stack }) => {
        Aspects.of(stack).add(
          aspect((node) => {
            if (node instanceof CfnRepository) node.repositoryName = 'snakes';
          }),
        );
        Aspects.of(stack).add(
          aspect((node) => {
            if (node instanceof CfnDomain) node.addPropertyOverride('DomainName', 'globex');
          }),
          { priority: 900 },
        );
      },
    ],
    [
      'as an Aspect says that is added after the files were read once',
      (python) => {
        expect(mentionsIn(...filesOf(python))).toMatchObject({ domains: ['acme'], repositories: ['python'] });
        Aspects.of(python.stack).add(
          aspect((node) => {
            if (node instanceof CfnDomain) node.domainName = 'globex';
            if (node instanceof CfnRepository) node.repositoryName = 'snakes';
          }),
        );
      },
    ],
    [
      'also where it is another construct that is told of them',
      ({ pipeline: { domain, repository } }) => {
        const installer = new Role(Stack.of(domain), 'Installer', {
          roleName: 'installer',
          assumedBy: new ServicePrincipal('codebuild.amazonaws.com'),
        });
        repository.grantRead(installer);
        repository.grantPublish(installer, ['acme-tool']);
        repository.grantPublish(new AccountPrincipal('222222222222'), ['acme-tool']);
        domain.grantAuthorizationToken(new ServicePrincipal('codebuild.amazonaws.com'));
        resourceOf<CfnDomain>(domain).domainName = 'globex';
        resourceOf<CfnRepository>(repository).repositoryName = 'snakes';
      },
    ],
  ])('%s', (_, change) => {
    const python = newPython();
    change(python);
    expect(allOf(python)).toMatchObject({ domains: ['globex'], repositories: ['snakes'] });
  });
});

test('a prefix on all names of a Stage is in the files of that Stage and in no other', () => {
  const app = new App();
  const pythons = ['dev', 'prod'].map((name) => {
    const stage = new Stage(app, name);
    Aspects.of(stage).add(prefixNames(`${name}-`));
    const stack = new Stack(stage, 'Artifacts', { env: ACME });
    const oidcProvider = GitHubOidcProvider.fromAccount(stack, 'GitHub');
    return newPython(stack, { oidcProvider, upstreams: undefined });
  });
  for (const [index, name] of ['dev', 'prod'].entries()) {
    expect(allOf(pythons[index])).toEqual({
      domains: [`${name}-acme`],
      repositories: [`${name}-pypi-store`, `${name}-python`],
      roles: rolesIn(pythons[index].stack),
    });
    expect(rolesIn(pythons[index].stack)).toContain(`${name}-publish`);
  }
});
