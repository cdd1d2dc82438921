import { App, Stack } from 'aws-cdk-lib';
import * as fc from 'fast-check';
import { ConfigurationFile, Domain, IndexScope, PythonClient, Repository } from '../../../../src';
import { configurationText } from '../../../../src/codeartifact/repository/client/configuration-text';
import { ACME } from '../../../support/stacks';

test('every text names the index as indexUrl does, and has no other address', () => {
  const name = fc.stringMatching(/^[a-z][a-z0-9-]{1,20}[a-z0-9]$/);
  fc.assert(
    fc.property(
      name,
      fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{1,20}$/),
      fc.constantFrom(
        [PythonClient.PIP, ConfigurationFile.PIP_CONF] as const,
        [PythonClient.UV, ConfigurationFile.UV_TOML] as const,
        [PythonClient.UV, ConfigurationFile.PYPROJECT_TOML] as const,
        [PythonClient.POETRY, ConfigurationFile.PYPROJECT_TOML] as const,
        [PythonClient.PDM, ConfigurationFile.PYPROJECT_TOML] as const,
      ),
      (domainName, repositoryName, [client, file]) => {
        const stack = new Stack(new App(), 'Stack', { env: ACME });
        const domain = Domain.fromDomainAttributes(stack, 'Domain', { domainName });
        const repository = Repository.fromRepositoryAttributes(stack, 'Repository', {
          domain,
          repositoryName,
        });
        const indexScope = IndexScope.ALL_PACKAGES;
        const text = configurationText(repository, { client, file, indexScope, packages: [] });
        const addresses = text.match(/https:\/\/[^\s"]+/g)?.map((address) => address.replace('aws@', ''));
        expect(addresses).toEqual([stack.resolve(repository.indexUrl)]);
      },
    ),
    { numRuns: 50 },
  );
});
