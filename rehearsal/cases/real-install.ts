import type { Case } from './case';
import { distribution } from './clients';
import { Desk } from './desk';
import { EXAMPLE } from './example';
import { person } from './people';
import type { Scene } from './scene';

const { name, version } = EXAMPLE.package;
const MODULE = EXAMPLE.package.module;
const MEMBER = person('222222222222', 'install');

/** A computer beside a repository that holds what the workflow published. */
async function desk(scene: Scene, who = MEMBER): Promise<Desk> {
  const { stage, result } = await scene.published();
  if (result.conclusion !== 'success') throw new Error('nothing was published');
  return new Desk(stage, who);
}

const installs = (
  says: string,
  what: string,
  saw: RegExp,
  because: string,
  check = `import ${MODULE}`,
): Case => ({
  says,
  expect: 'allowed',
  because,
  slow: true,
  run: async (scene) => {
    const computer = await desk(scene);
    await computer.login('pip');
    const output = await computer.install(what);
    if (!saw.test(output)) throw new Error(output);
    const installed = `from importlib.metadata import version; assert version("${name}") == "${version}"`;
    await computer.python(`${check}; ${installed}`);
  },
});

export const REAL_INSTALL_CASES: readonly Case[] = [
  installs(
    'pip of an account of the organization installs the wheel, beside a package of public PyPI',
    `--only-binary :all: ${name} public-tool`,
    /Downloading \S+-py3-none-any\.whl/,
    'aws codeartifact login gives pip one index that has both',
    `import ${MODULE}, public_tool`,
  ),
  installs(
    'pip of an account of the organization installs the sdist',
    `--no-binary ${name} ${name}`,
    /Downloading \S+\.tar\.gz/,
    'what is needed to build it comes through the same index',
  ),
  {
    says: 'aws codeartifact login of another organization',
    expect: [
      'CodeArtifact',
      /AccessDeniedException.*not authorized to perform: codeartifact:GetAuthorizationToken/s,
    ],
    because: 'the domain policy names the organization, and that is what its user sees',
    slow: true,
    run: async (scene) => (await desk(scene, person('333333333333', 'everything'))).login('pip'),
  },
  {
    says: 'pip without a login',
    expect: ['pip', /401|No matching distribution/],
    because: 'there is no anonymous access',
    slow: true,
    run: async (scene) => {
      const computer = await desk(scene);
      return computer.install(`--index-url ${computer.repositoryUrl}simple/ ${name}`);
    },
  },
  {
    says: 'twine of a member of the organization',
    expect: ['index', /403 Forbidden|403 .*not authorized to perform: codeartifact:PublishPackageVersion/],
    because: 'the organization reads and does not write, and that is what its user sees',
    slow: true,
    run: async (scene) => {
      const computer = await desk(scene, person('222222222222', 'everything'));
      const pypi = { PIP_CONFIG_FILE: '/dev/null', PIP_INDEX_URL: scene.backdrop.pypi.simpleUrl };
      await computer.sh('pip', 'pip install twine', pypi);
      await computer.login('twine');
      const file = computer.save(distribution('acme-mine'));
      return computer.sh('index', `twine upload --non-interactive --repository codeartifact ${file}`);
    },
  },
];
