import { client, lockedVersion, type Release } from '../../tools/clients/clients';
import { AWS_CLI, type PythonEnvironment, TOOLS } from '../../tools/python/environment';
import { importsOf, programAt } from './bash';
import type { Client, Publisher, Usage } from './client';
import {
  HATCH,
  HATCH_PUBLISH,
  OLD_PIP_KEYRING,
  PDM,
  PIP,
  PIP_KEYRING,
  PIP_LOGIN,
  PIPX,
  POETRY,
  POETRY_KEYRING,
  POETRY_PUBLISH,
  TWINE_PUBLISH,
  UV,
  UV_KEYRING,
  UV_PUBLISH,
} from './usage';

/** What the tools of the tests have anyhow is the newest; all else has a lock of its own. */
const environment = (name: string, release: Release): PythonEnvironment =>
  release === 'newest' && ['pip', 'uv', 'twine'].includes(name) ? TOOLS : client(name, release);

/** As its people write it. */
const spelled = (name: string) => ({ poetry: 'Poetry', pdm: 'PDM', hatch: 'Hatch' })[name] ?? name;

const versionOf = (name: string, release: Release) => lockedVersion(environment(name, release), name);

function start(name: string, release: Release): string {
  const from = environment(name, release);
  if (name !== 'pip') return programAt(from.program(name));
  return release === 'newest' ? ':' : importsOf(from); // the newest pip is the one that every desk has
}

const both = (name: string, usage: Usage): Client[] =>
  (['oldest', 'newest'] as const).map((release) => ({
    name: spelled(name),
    version: versionOf(name, release),
    start: start(name, release),
    ...usage,
  }));

/** With a token in a variable. */
export const withToken = (): readonly Client[] => [
  ...both('pip', PIP),
  ...both('uv', UV),
  ...both('poetry', POETRY),
  ...both('pdm', PDM),
  ...both('hatch', HATCH),
  ...both('pipx', PIPX),
];

/** The oldest that know an index by its name as the action of a reader says it. */
export const withNamedIndex = (): readonly Client[] =>
  (
    [
      ['uv', UV],
      ['pdm', PDM],
    ] as const
  ).map(([name, usage]) => {
    const from = client(`${name}-named`, 'oldest');
    const version = lockedVersion(from, name);
    return { name: spelled(name), version, start: programAt(from.program(name)), ...usage };
  });

/** With `aws codeartifact login` of both versions, the second where the machine has it. */
export function withLogin(awsCli2: string | undefined): readonly Client[] {
  const pips = both('pip', PIP_LOGIN);
  const locked = `AWS CLI ${lockedVersion(AWS_CLI, 'awscli')}`;
  const version1 = pips.map((pip) => ({ ...pip, through: locked }));
  if (!awsCli2) return version1;
  const second = (pip: Client) => ({ ...pip, through: 'AWS CLI 2', start: `${pip.start}\n${AWS_CLI_2}` });
  return [...version1, ...pips.map(second)];
}

/** Before 2.13 it knows no variable for an endpoint. */
const AWS_CLI_2 = `mkdir -p ~/programs && export PATH=~/programs:$PATH
printf '#!/bin/sh\\nexec %s --endpoint-url %s "$@"\\n' "$AWS_CLI_2" "$CODEARTIFACT" > ~/programs/aws
chmod +x ~/programs/aws`;

/** With `keyrings.codeartifact`, as a program beside pip and uv, or imported by old pips and by Poetry. */
export function withKeyring(): readonly Client[] {
  const keyring = (release: Release) => client('keyring', release);
  const through = (from: PythonEnvironment) =>
    `keyrings.codeartifact ${lockedVersion(from, 'keyrings-codeartifact')}`;
  return (['oldest', 'newest'] as const).flatMap((release) => {
    const own = keyring(release);
    const beside = programAt(own.program('keyring'));
    const pip =
      release === 'newest'
        ? { start: beside, ...PIP_KEYRING }
        : { start: importsOf(environment('pip', release), own), ...OLD_PIP_KEYRING };
    return [
      { name: 'pip', through: through(own), version: versionOf('pip', release), ...pip },
      {
        name: 'uv',
        through: through(own),
        version: versionOf('uv', release),
        start: `${start('uv', release)}\n${beside}`,
        ...UV_KEYRING,
      },
      {
        name: spelled('poetry'),
        through: through(client('poetry', release)),
        version: versionOf('poetry', release),
        start: start('poetry', release),
        ...POETRY_KEYRING,
      },
    ];
  });
}

export const publishers = (): readonly Publisher[] =>
  (
    [
      ['twine', TWINE_PUBLISH],
      ['uv', UV_PUBLISH],
      ['poetry', POETRY_PUBLISH],
      ['hatch', HATCH_PUBLISH],
    ] as const
  ).flatMap(([name, publish]) =>
    (['oldest', 'newest'] as const).map((release) => ({
      name: spelled(name),
      version: versionOf(name, release),
      start: start(name, release),
      publish,
    })),
  );
