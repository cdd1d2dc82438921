import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { IConstruct } from 'constructs';
import { ACTIONS, propertiesOf, TEMPLATES, WORKFLOWS } from './file-paths';
import { readIfPossible } from './files-on-disk';
import { originOf, printable } from './header';

/**
 * A sentence for each file in a checkout that a construct of this app generated once, and none does now.
 *
 * Other apps may keep files in the same checkout: what begins with the name of none of this app's stacks
 * and stages is theirs.
 */
export function staleFiles(app: IConstruct, root: string, generated: Set<string>): string[] {
  const ids = new Set(app.node.children.map(({ node }) => printable(node.id)));
  return placesOfFiles(root)
    .filter((path) => !generated.has(path))
    .flatMap((path) => {
      // What can't be read, as a link out of the checkout, is nobody's.
      const origin = originOf(readIfPossible(root, path) ?? '');
      if (origin === undefined || !ids.has(origin.split('/')[0])) return [];
      const files = [path, existingProperties(root, path)]
        .flatMap((file) => (file ? `:/${file}` : []))
        .join(' ');
      return [
        `The file ${path} is left over: ${origin} generated it once, and nothing in this app does now. Run \`git rm ${files}\`. ` +
          'If another CDK app generates it, give one of the two constructs another id.',
      ];
    });
}

/** Where a construct could have left a file: workflows, templates and actions, as GitHub knows them. */
function placesOfFiles(root: string): string[] {
  const workflows = [WORKFLOWS, TEMPLATES].flatMap((folder) => entriesOf(root, folder));
  const actions = entriesOf(root, ACTIONS).flatMap((folder) => entriesOf(root, folder));
  return [
    ...workflows.filter((path) => /\.ya?ml$/.test(path)),
    ...actions.filter((path) => /\/action\.ya?ml$/.test(path)),
  ];
}

function entriesOf(root: string, folder: string): string[] {
  try {
    return readdirSync(join(root, folder))
      .sort()
      .map((name) => `${folder}/${name}`);
  } catch {
    return [];
  }
}

function existingProperties(root: string, path: string): string | undefined {
  const properties = propertiesOf(path);
  return path.startsWith(TEMPLATES) && existsSync(join(root, properties)) ? properties : undefined;
}
