import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IConstruct } from 'constructs';
import { propertiesOf, TEMPLATES, WORKFLOWS } from './file-paths';
import { originOf } from './header';

/**
 * A sentence for each workflow in a checkout that a construct of this app generated once, and none does now.
 *
 * Other apps may keep workflows in the same checkout: what begins with the name of none of this app's stacks
 * and stages is theirs.
 */
export function staleFiles(app: IConstruct, root: string, generated: Set<string>): string[] {
  return [WORKFLOWS, TEMPLATES].flatMap((folder) =>
    workflowsIn(root, folder)
      .filter((path) => !generated.has(path))
      .flatMap((path) => {
        const origin = originOf(readFileSync(join(root, path), 'utf8'));
        if (origin === undefined || !app.node.tryFindChild(origin.split('/')[0])) return [];
        const files = [path, existingProperties(root, path)]
          .flatMap((file) => (file ? `:/${file}` : []))
          .join(' ');
        return [
          `The file ${path} is left over: ${origin} generated it once, and nothing in this app does now. Run \`git rm ${files}\`. ` +
            'If another CDK app generates it, give one of the two constructs another id.',
        ];
      }),
  );
}

function workflowsIn(root: string, folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder))
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
    .map((name) => `${folder}/${name}`);
}

function existingProperties(root: string, path: string): string | undefined {
  const properties = propertiesOf(path);
  return path.startsWith(TEMPLATES) && existsSync(join(root, properties)) ? properties : undefined;
}
