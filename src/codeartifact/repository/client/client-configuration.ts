import { invalidInput } from '../../../private/invalid-input';
import { checkKind, checkKinds, type Kinds, listOf, memberOf, TEXT } from '../../../private/kinds';
import { atSynthesis } from '../../../private/last-word/last-word';
import { PackagePattern } from '../../resource/package-pattern';
import { EndpointType } from '../endpoint-type';
import type { IRepository } from '../repository-interface';
import type { ClientConfigurationOptions } from './client-configuration-options';
import { ConfigurationFile } from './configuration-file';
import { configurationText } from './configuration-text';
import { IndexScope } from './index-scope';
import { ONE_INDEX_ALONE } from './one-index-alone';
import { PythonClient } from './python-client';

const KINDS: Kinds<ClientConfigurationOptions> = {
  endpointType: memberOf('EndpointType', EndpointType),
  file: memberOf('ConfigurationFile', ConfigurationFile),
  indexScope: memberOf('IndexScope', IndexScope),
  packages: listOf(TEXT),
};

const { PIP_CONF, UV_TOML, PYPROJECT_TOML } = ConfigurationFile;

/** The files that each client reads an index from; the first is what it is told in. pipx and Hatch start pip. */
const FILES: Record<PythonClient, ConfigurationFile[]> = {
  [PythonClient.PIP]: [PIP_CONF],
  [PythonClient.PIPX]: [PIP_CONF],
  [PythonClient.UV]: [PYPROJECT_TOML, UV_TOML],
  [PythonClient.POETRY]: [PYPROJECT_TOML],
  [PythonClient.PDM]: [PYPROJECT_TOML],
  [PythonClient.HATCH]: [PIP_CONF],
};

/** What a client is told of a repository; throws for what it has no way to be told. */
export function clientConfiguration(
  repository: IRepository,
  client: PythonClient,
  options: ClientConfigurationOptions = {},
): string {
  const place = repository.node.path;
  checkKind(place, 'client', client, memberOf('PythonClient', PythonClient));
  checkKinds(place, options, KINDS);
  const { file = FILES[client][0], indexScope = IndexScope.ALL_PACKAGES, packages = [] } = options;
  checkFile(place, client, file, indexScope);
  const names = checkPackages(repository, client, indexScope, packages);
  const settings = { client, file, indexScope, packages: names, endpointType: options.endpointType };
  // Said once at once, so that what can't be said is refused where it is asked for.
  configurationText(repository, settings);
  return atSynthesis(() => configurationText(repository, settings));
}

function checkFile(place: string, client: PythonClient, file: ConfigurationFile, scope: IndexScope): void {
  if (!FILES[client].includes(file)) {
    throw invalidInput(
      {
        property: 'file',
        given: file,
        reason: `is none that ${client} reads`,
        allowed: FILES[client].join(', '),
      },
      place,
    );
  }
  if (scope === IndexScope.ALL_PACKAGES || file === PYPROJECT_TOML) return;
  if (file === UV_TOML) {
    const reason = 'can not say which packages are internal: uv reads that in pyproject.toml alone';
    throw invalidInput({ property: 'file', given: file, reason, allowed: PYPROJECT_TOML }, place);
  }
  throw invalidInput(
    {
      property: 'indexScope',
      given: scope,
      reason: `is not for ${client}: pip ${ONE_INDEX_ALONE}`,
      instead:
        'IndexScope.ALL_PACKAGES, which has public packages by the upstream of the repository, or PythonClient.UV and `uv pip` in the place of pip',
      see: 'https://pip.pypa.io/en/stable/cli/pip_install/#cmdoption-extra-index-url',
    },
    place,
  );
}

/** The names in the form that indexes compare. */
function checkPackages(
  repository: IRepository,
  client: PythonClient,
  scope: IndexScope,
  packages: string[],
): string[] {
  const refusal = (given: unknown, reason: string, allowed: string) =>
    invalidInput({ property: 'packages', given, reason, allowed }, repository);
  if (scope === IndexScope.ALL_PACKAGES) {
    if (packages.length === 0) return [];
    const reason = 'stands beside IndexScope.ALL_PACKAGES, where all come from the repository';
    throw refusal(packages, reason, 'packages beside IndexScope.INTERNAL_PACKAGES');
  }
  if (packages.length === 0) {
    throw refusal(
      packages,
      'names no internal package, so that none would come from the repository',
      'at least one',
    );
  }
  return packages.map((name) => {
    if (client !== PythonClient.PDM && name.endsWith('*')) {
      throw refusal(
        name,
        `is a prefix, and ${client} knows an index for packages by their names alone`,
        'exact names',
      );
    }
    return PackagePattern.parse(repository, 'packages', name).arnName;
  });
}
