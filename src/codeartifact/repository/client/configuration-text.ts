import { invalidInput } from '../../../private/invalid-input';
import type { EndpointType } from '../endpoint-type';
import { indexUrlOf } from '../endpoint-urls';
import type { IRepository } from '../repository-interface';
import { currentNamesOf } from '../repository-names';
import { ConfigurationFile } from './configuration-file';
import { indexNameOf, indexVariables } from './index-name';
import { IndexScope } from './index-scope';
import { PythonClient } from './python-client';

/** What is said of a repository, checked. */
export interface ConfigurationSettings {
  readonly client: PythonClient;
  readonly file: ConfigurationFile;
  readonly indexScope: IndexScope;
  readonly packages: string[];
  readonly endpointType?: EndpointType;
}

/** What the texts are made of. */
interface Index {
  readonly name: string;
  readonly url: string;
  readonly isForAll: boolean;
  readonly packages: string[];
}

/** What a file says, by the names that the tree has now. */
export function configurationText(repository: IRepository, settings: ConfigurationSettings): string {
  const { client, file, indexScope, packages, endpointType } = settings;
  const names = currentNamesOf(repository);
  const index = {
    name: indexNameOf(names),
    url: indexUrlOf(repository, names, endpointType),
    isForAll: indexScope === IndexScope.ALL_PACKAGES,
    packages,
  };
  if (file === ConfigurationFile.PIP_CONF) return pipConf(index);
  if (file === ConfigurationFile.UV_TOML) return uvToml(index);
  if (client === PythonClient.UV) return uvProject(index);
  if (client === PythonClient.POETRY) return poetryProject(index);
  return pdmProject(repository, index);
}

/**
 * The user name makes pip ask a keyring for the password.
 *
 * @see https://pip.pypa.io/en/stable/topics/authentication/#keyring-support
 */
function pipConf({ url }: Index): string {
  return lines('[global]', `index-url = ${withUser(url, 'aws')}`);
}

/** @see https://docs.astral.sh/uv/concepts/indexes/#defining-an-index */
function uvToml({ name, url }: Index): string {
  return lines('[[index]]', `name = "${name}"`, `url = "${withUser(url, 'aws')}"`, 'default = true');
}

/** Without a user name in the URL, which Dependabot does not understand. */
function uvProject({ name, url, isForAll, packages }: Index): string {
  return lines(
    '[[tool.uv.index]]',
    `name = "${name}"`,
    `url = "${url}"`,
    `${isForAll ? 'default' : 'explicit'} = true`,
    ...packages.flatMap((internal) => ['', `[tool.uv.sources.${internal}]`, `index = "${name}"`]),
  );
}

/** @see https://python-poetry.org/docs/repositories/#package-sources */
function poetryProject({ name, url, isForAll, packages }: Index): string {
  return lines(
    '[[tool.poetry.source]]',
    `name = "${name}"`,
    `url = "${url}"`,
    `priority = "${isForAll ? 'primary' : 'explicit'}"`,
    ...packages.flatMap((internal) => [
      '',
      `[tool.poetry.dependencies.${internal}]`,
      'version = "*"',
      `source = "${name}"`,
    ]),
  );
}

/**
 * A source called `pypi` takes the place of public PyPI, and PDM has variables for its credentials. For one by another
 * name, it takes them from the URL. One that excludes what it does not include is asked for nothing else.
 *
 * @see https://pdm-project.org/en/latest/usage/config/#specify-index-for-individual-packages
 */
function pdmProject(repository: IRepository, index: Index): string {
  const { name, url, isForAll, packages } = index;
  if (isForAll) return lines('[[tool.pdm.source]]', 'name = "pypi"', `url = "${url}"`);
  return lines(
    '[[tool.pdm.source]]',
    `name = "${name}"`,
    `url = "${withUser(url, pdmCredentials(repository, name))}"`,
    `include_packages = [${packages.map((entry) => `"${entry}"`).join(', ')}]`,
    'exclude_packages = ["*"]',
  );
}

function pdmCredentials(repository: IRepository, indexName: string): string {
  const variables = indexVariables('pdm', indexName);
  if (variables) return `\${${variables.username}}:\${${variables.password}}`;
  throw invalidInput(
    {
      property: 'client',
      given: PythonClient.PDM,
      reason:
        'takes the credentials of one index among several from variables that are called like the repository, and only the deployment knows that name',
      instead: 'names of domain and repository that are text, or IndexScope.ALL_PACKAGES',
    },
    repository,
  );
}

function withUser(url: string, user: string): string {
  return url.replace('https://', `https://${user}@`);
}

function lines(...all: string[]): string {
  return `${all.join('\n')}\n`;
}
