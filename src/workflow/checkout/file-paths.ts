import { Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { invalidInput } from '../../private/invalid-input';
import { isPlaceholder } from '../../private/token-text';
import type { WorkflowFileOptions } from '../options/workflow-file-options';

/** The folders that GitHub reads. */
export const WORKFLOWS = '.github/workflows';
export const TEMPLATES = 'workflow-templates';
export const ACTIONS = '.github/actions';
const PROPERTIES = '.properties.json';

/** The file of the calling workflow, where no other name is given. */
export const CALLER = 'publish_python.yml';

/** The paths of the generated files, from the root of the repository. */
export interface FilePaths {
  readonly reusable: string;
  readonly caller: string;
  /** What GitHub shows of the caller, where that is a template. */
  readonly properties?: string;
}

/** Throws for a name that GitHub would not read as a workflow, and for the same name twice. */
export function filePaths(scope: IConstruct | string, options: WorkflowFileOptions): FilePaths {
  const fileName = options.fileName ?? 'codeartifact_python.yml';
  const callerFileName = options.callerFileName ?? CALLER;
  checkFileName(scope, 'fileName', fileName);
  checkFileName(scope, 'callerFileName', callerFileName);
  const reusable = `${WORKFLOWS}/${fileName}`;
  if (options.host) {
    if (!callerFileName.endsWith('.yml') && !isPlaceholder(callerFileName)) {
      throw invalidInput(
        {
          property: 'callerFileName',
          given: callerFileName,
          reason: 'does not end in .yml, as a template has to',
          instead: `'${callerFileName.replace(/yaml$/, 'yml')}'`,
          see: 'https://docs.github.com/en/actions/how-tos/reuse-automations/create-workflow-templates',
        },
        scope,
      );
    }
    const caller = `${TEMPLATES}/${callerFileName}`;
    return { reusable, caller, properties: propertiesOf(caller) };
  }
  if (fileName === callerFileName && !isPlaceholder(fileName)) {
    throw invalidInput(
      {
        property: 'callerFileName',
        given: callerFileName,
        reason: 'is the name of the reusable workflow as well',
        allowed: 'another name, or a host, whose callers are elsewhere',
      },
      scope,
    );
  }
  return { reusable, caller: `${WORKFLOWS}/${callerFileName}` };
}

/** The file beside a template that GitHub shows it with. */
export function propertiesOf(template: string): string {
  return template.replace(/\.ya?ml$/, PROPERTIES);
}

/** The template beside such a file. */
export function templateOf(path: string): string | undefined {
  return path.endsWith(PROPERTIES) ? `${path.slice(0, -PROPERTIES.length)}.yml` : undefined;
}

function checkFileName(scope: IConstruct | string, property: string, name: string): void {
  if (isPlaceholder(name) || (!Token.isUnresolved(name) && /^[A-Za-z0-9_][A-Za-z0-9._-]*\.ya?ml$/.test(name)))
    return;
  throw invalidInput(
    {
      property,
      given: name,
      reason: 'is not the name of a workflow file',
      allowed:
        "letters, digits, dots, hyphens and underscores before .yml or .yaml, as in 'publish.yml'; no folder",
      see: 'https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax',
    },
    scope,
  );
}
