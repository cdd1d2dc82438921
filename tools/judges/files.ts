import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../python/environment';

const FOLDERS = ['test/workflow/golden', 'test/reference/baseline', 'examples', 'integ'];

/** Every generated workflow of the repository, by its path in it. */
export function workflowFiles(): string[] {
  return filesOf(FOLDERS).filter((path) =>
    /(\/golden\/[^/]+|\/(workflows|workflow-templates))\/[^/]+\.ya?ml$/.test(path),
  );
}

/** Every template of the repository, but for those of assertions, which are the CDK's own. */
export function templateFiles(): string[] {
  return filesOf(FOLDERS).filter(
    (path) => /(\/|\.)template\.json$/.test(path) && !/DeployAssert\w+\.template\.json$/.test(path),
  );
}

function filesOf(folders: readonly string[]): string[] {
  return folders
    .flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(ROOT.length + 1)),
    )
    .filter((path) => !/(^|\/)(cdk\.out|node_modules)\//.test(path))
    .sort();
}
