import { ACTION_RESOURCES } from '../../src/codeartifact/policy/action-types';
import type { ResourceType } from './requests';

/** An action that is needed, and the resource among those of the request that it acts on. */
export interface Need {
  readonly action: string;
  readonly on: ResourceType | 'none';
}

/** What somebody wants to do: all that it takes. */
export interface Operation {
  readonly name: string;
  /** The finest resource that it is about. */
  readonly about: ResourceType | 'none';
  readonly needs: readonly Need[];
}

const TOKEN: Need[] = [
  { action: 'codeartifact:GetAuthorizationToken', on: 'domain' },
  { action: 'sts:GetServiceBearerToken', on: 'none' },
];

/** @see https://docs.aws.amazon.com/codeartifact/latest/ug/packages-overview.html */
export const PUBLISH: Operation = {
  name: 'publish',
  about: 'package',
  needs: [{ action: 'codeartifact:PublishPackageVersion', on: 'package' }, ...TOKEN],
};

/** Reading is a right on a repository, and on no package of it. */
export const INSTALL: Operation = {
  name: 'install',
  about: 'repository',
  needs: [{ action: 'codeartifact:ReadFromRepository', on: 'repository' }, ...TOKEN],
};

/** Every other action, each by itself. */
export const SINGLE: readonly Operation[] = Object.entries(ACTION_RESOURCES).flatMap(([name, types]) =>
  types.map((type) => ({
    name: `codeartifact:${name}${types.length > 1 ? ` on a ${type}` : ''}`,
    about: type,
    needs: [{ action: `codeartifact:${name}`, on: type }],
  })),
);

export const BEARER_TOKEN: Operation = {
  name: 'sts:GetServiceBearerToken',
  about: 'none',
  needs: [{ action: 'sts:GetServiceBearerToken', on: 'none' }],
};

/** That versions of a package come in from public PyPI. */
export const TAKE_IN: Operation = { name: 'take in', about: 'package', needs: [] };

export const OPERATIONS: readonly Operation[] = [PUBLISH, INSTALL, TAKE_IN, BEARER_TOKEN, ...SINGLE];
