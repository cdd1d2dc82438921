import { App, Aspects, CfnOutput, CfnParameter, Stack } from 'aws-cdk-lib';
import { CfnDomain, CfnRepository } from 'aws-cdk-lib/aws-codeartifact';
import {
  type ClientConfigurationOptions,
  ConfigurationFile,
  Domain,
  EndpointType,
  IndexScope,
  PythonClient,
  Repository,
} from '../../../../src';
import { aspect } from '../../../support/aspects';
import { deploy } from '../../../support/deployed';
import { expectRefusal } from '../../../support/refusals';
import { ACME } from '../../../support/stacks';

const { PIP, PIPX, UV, POETRY, PDM, HATCH } = PythonClient;
const INTERNAL = { indexScope: IndexScope.INTERNAL_PACKAGES };
const URL = 'https://acme-111111111111.d.codeartifact.us-east-1.amazonaws.com/pypi/python/simple/';

function repositoryIn(stack: Stack, repositoryName = 'python'): Repository {
  const domain = new Domain(stack, 'Domain', { domainName: 'acme' });
  return new Repository(stack, 'Repository', { domain, repositoryName });
}

function newStack(env: { account: string; region: string } | undefined = ACME): Stack {
  return new Stack(new App(), 'Stack', { env });
}

function say(client: PythonClient, options?: ClientConfigurationOptions): string {
  const stack = newStack();
  return stack.resolve(repositoryIn(stack).clientConfiguration(client, options));
}

describe('all packages come from the repository', () => {
  test.each([
    PIP,
    PIPX,
    HATCH,
  ])('for %s by pip.conf, with the user name that a keyring is asked for', (client) => {
    expect(say(client)).toBe(`[global]\nindex-url = ${URL.replace('//', '//aws@')}\n`);
  });

  test('for uv by the part of pyproject.toml', () => {
    expect(say(UV)).toBe(`[[tool.uv.index]]\nname = "acme-python"\nurl = "${URL}"\ndefault = true\n`);
  });

  test('for uv by uv.toml, with the user name that a keyring is asked for', () => {
    expect(say(UV, { file: ConfigurationFile.UV_TOML })).toBe(
      `[[index]]\nname = "acme-python"\nurl = "${URL.replace('//', '//aws@')}"\ndefault = true\n`,
    );
  });

  test('for Poetry, as the primary source', () => {
    expect(say(POETRY)).toBe(
      `[[tool.poetry.source]]\nname = "acme-python"\nurl = "${URL}"\npriority = "primary"\n`,
    );
  });

  test('for PDM, in the place of public PyPI', () => {
    expect(say(PDM)).toBe(`[[tool.pdm.source]]\nname = "pypi"\nurl = "${URL}"\n`);
  });

  test('by the host of choice', () => {
    expect(say(POETRY, { endpointType: EndpointType.DUALSTACK })).toContain(
      'url = "https://acme-111111111111.codeartifact.us-east-1.on.aws/pypi/python/simple/"',
    );
  });
});

describe('internal packages alone come from the repository', () => {
  test('for uv, by an explicit index and a source for each, whose name is normalized', () => {
    expect(say(UV, { ...INTERNAL, packages: ['acme-app', 'Acme.Orders_SDK'] })).toBe(
      `[[tool.uv.index]]
name = "acme-python"
url = "${URL}"
explicit = true

[tool.uv.sources.acme-app]
index = "acme-python"

[tool.uv.sources.acme-orders-sdk]
index = "acme-python"
`,
    );
  });

  test('for Poetry, by an explicit source and a dependency for each', () => {
    expect(say(POETRY, { ...INTERNAL, packages: ['acme-app'] })).toBe(
      `[[tool.poetry.source]]
name = "acme-python"
url = "${URL}"
priority = "explicit"

[tool.poetry.dependencies.acme-app]
version = "*"
source = "acme-python"
`,
    );
  });

  test('for PDM, by a source that has these and nothing else', () => {
    const credentials = '${PDM_INDEX_ACME_PYTHON_USERNAME}:${PDM_INDEX_ACME_PYTHON_PASSWORD}';
    expect(say(PDM, { ...INTERNAL, packages: ['acme-*', 'orders'] })).toBe(
      `[[tool.pdm.source]]
name = "acme-python"
url = "${URL.replace('//', `//${credentials}@`)}"
include_packages = ["acme-*", "orders"]
exclude_packages = ["*"]
`,
    );
  });
});

describe('the text', () => {
  test('says what the tree says last, also as an output', () => {
    const stack = newStack();
    const value = repositoryIn(stack).clientConfiguration(UV);
    new CfnOutput(stack, 'UvIndex', { value });
    Aspects.of(stack).add(
      aspect((node) => {
        if (node instanceof CfnDomain) node.domainName = 'globex';
        if (node instanceof CfnRepository) node.addPropertyOverride('RepositoryName', 'snakes');
      }),
    );
    const template = (stack.node.root as App).synth().getStackByName('Stack').template;
    expect(template.Outputs.UvIndex.Value).toContain('name = "globex-snakes"\nurl = "https://globex-1');
    expect(stack.resolve(value)).toBe(template.Outputs.UvIndex.Value);
  });

  test.each([
    PIP,
    UV,
    POETRY,
    PDM,
  ])('for %s is whole after a deployment that alone knows where it is', (client) => {
    const stack = newStack(undefined);
    const name = new CfnParameter(stack, 'Name', { default: 'python' }).valueAsString;
    const repository = repositoryIn(stack, name);
    new CfnDomain(stack, 'Said', {
      domainName: 'x',
      tags: [{ key: 'said', value: repository.clientConfiguration(client) }],
    });
    const said = deploy(stack, { ...ACME, parameters: { Name: 'python' } })
      .filter(({ logicalId }) => logicalId === 'Said')
      .map(({ properties }) => properties.Tags[0].Value);
    expect(said).toEqual([say(client)]);
  });

  test.each([
    [PIP, {}],
    [UV, { file: ConfigurationFile.UV_TOML }],
    [UV, { ...INTERNAL, packages: ['acme-app'] }],
    [POETRY, {}],
    [PDM, {}],
  ])('for %s has no extra index, with options %j', (client, options) => {
    expect(say(client, options)).not.toMatch(/extra|supplemental|secondary|find-links/);
  });
});

describe('it is refused', () => {
  const stack = newStack();
  const repository = repositoryIn(stack);
  const at = '(construct Stack/Repository)';
  const ask = (client: PythonClient, options: ClientConfigurationOptions) => () =>
    repository.clientConfiguration(client, options);

  test.each([
    PIP,
    PIPX,
    HATCH,
  ])('to %s for internal packages alone, with the two ways that are safe', (client) => {
    expectRefusal(
      ask(client, { ...INTERNAL, packages: ['acme-app'] }),
      `indexScope "internal-packages" is not for ${client}: pip knows no index for some packages alone, and of two ` +
        'indexes it takes the higher version, whoever made it.',
      'Write instead: IndexScope.ALL_PACKAGES, which has public packages by the upstream of the repository, or ' +
        'PythonClient.UV and `uv pip` in the place of pip.',
      'See https://pip.pypa.io/en/stable/cli/pip_install/#cmdoption-extra-index-url',
      at,
    );
  });

  test.each([
    [PIP, ConfigurationFile.PYPROJECT_TOML, 'pip.conf'],
    [UV, ConfigurationFile.PIP_CONF, 'pyproject.toml, uv.toml'],
    [POETRY, ConfigurationFile.UV_TOML, 'pyproject.toml'],
  ])('to %s in a file that it does not read', (client, file, allowed) => {
    expectRefusal(
      ask(client, { file }),
      `file "${file}" is none that ${client} reads.`,
      `Allowed: ${allowed}.`,
      at,
    );
  });

  test('for internal packages alone in uv.toml', () => {
    expectRefusal(
      ask(UV, { ...INTERNAL, file: ConfigurationFile.UV_TOML, packages: ['acme-app'] }),
      'file "uv.toml" can not say which packages are internal: uv reads that in pyproject.toml alone.',
      'Allowed: pyproject.toml.',
      at,
    );
  });

  test.each([
    [
      UV,
      {},
      'packages [] names no internal package, so that none would come from the repository. Allowed: at least one.',
    ],
    [
      UV,
      { packages: ['acme-*'] },
      'packages "acme-*" is a prefix, and uv knows an index for packages by their names alone. Allowed: exact names.',
    ],
    [PDM, { packages: ['acme*'] }, `packages "acme*" has a '*' that would match other words as well.`],
    [POETRY, { packages: ['acme/app'] }, 'packages "acme/app" is no package name.'],
  ])('to %s for internal packages alone with %j', (client, options, message) => {
    expect(ask(client, { ...INTERNAL, ...options })).toThrow(message);
  });

  test('with packages where all come from the repository', () => {
    expectRefusal(
      ask(UV, { packages: ['acme-app'] }),
      'packages ["acme-app"] stands beside IndexScope.ALL_PACKAGES, where all come from the repository.',
      'Allowed: packages beside IndexScope.INTERNAL_PACKAGES.',
      at,
    );
  });

  test('to PDM for internal packages of a repository whose name only deployment knows', () => {
    const other = newStack();
    const named = repositoryIn(other, new CfnParameter(other, 'Name').valueAsString);
    expectRefusal(
      () => named.clientConfiguration(PDM, { ...INTERNAL, packages: ['acme-*'] }),
      'client "pdm" takes the credentials of one index among several from variables that are called like the ' +
        'repository, and only the deployment knows that name.',
      'Write instead: names of domain and repository that are text, or IndexScope.ALL_PACKAGES.',
      at,
    );
  });

  test('for what is no client', () => {
    expect(() => repository.clientConfiguration('npm' as PythonClient)).toThrow(
      'client "npm" is a text. Allowed: a value of PythonClient. Write instead: PythonClient.PIP.',
    );
  });
});
