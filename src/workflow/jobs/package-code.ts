import type { ToolSet } from '../actions/tool-lock';
import { expression } from '../language/expression';
import type { Permissions, Step } from '../language/model';
import type { WorkflowSettings } from '../settings/settings';
import { LOG_IN, READ_FROM_REPOSITORY, READ_IN_CONTAINERS } from './scripts/codeartifact';
import { scriptOf } from './scripts/script';
import { ACTIVATE_PACKAGE, installForPackage, makeVenv, PACKAGE } from './scripts/venv';
import { assumeRole, installationOf, repositoryEnv, toolIndexEnv } from './steps';

/** A command that runs the package's own code, in an environment of its own. */
export interface PackageCode {
  readonly name: string;
  /** What is installed for it; nothing otherwise. */
  readonly tool?: ToolSet;
  readonly env: Record<string, string>;
  readonly commands: string[];
}

/** What a job may do that runs the package's own code: read the sources, and private packages if it has to. */
export function packageCodePermissions({ values }: WorkflowSettings): Permissions {
  return { contents: 'read', ...(values.readRoleArn && { 'id-token': 'write' }) };
}

/** Runs a command in the folder of the package, able to install private packages if it has to. */
export function runPackageCode(settings: WorkflowSettings, code: PackageCode): Step[] {
  const { pins, values } = settings;
  const { readRoleArn } = values;
  return [
    ...(readRoleArn ? [assumeRole(pins, 'read', readRoleArn, values)] : []),
    {
      name: code.name,
      'working-directory': packageFolder(),
      env: {
        PYTHON: expression('steps.python.outputs.python-path'),
        ...(readRoleArn && repositoryEnv(values)),
        ...(code.tool && toolIndexEnv(settings)),
        ...code.env,
      },
      run: scriptOf(
        readRoleArn && LOG_IN,
        readRoleArn && READ_FROM_REPOSITORY,
        readRoleArn && READ_IN_CONTAINERS,
        makeVenv(PACKAGE, 'PYTHON'),
        ACTIVATE_PACKAGE,
        code.tool && installForPackage(...installationOf(settings, code.tool)),
        ...code.commands,
      ),
    },
  ];
}

/** The folder of the package, or one below it. */
export function packageFolder(below = ''): string {
  return expression('inputs.working_directory') + below;
}
