import { deepStrictEqual } from 'node:assert';
import { resolveTemplate, type Template } from '../evaluation/template';

type Resources = Record<string, { readonly Metadata?: unknown; readonly UpdateReplacePolicy?: string }>;

/** Throws where two programs do not make the same, names and ids aside. */
export function checkSameTemplates(ours: unknown[], byHand: unknown[]): void {
  deepStrictEqual(ours.map(contentOf), byHand.map(contentOf), 'The two do not make the same resources');
}

/** What a template comes to when it is deployed, without the names that its author is free to choose. */
function contentOf(template: unknown): unknown {
  const written = (template as { Resources: Resources }).Resources;
  const { resources, outputs } = resolveTemplate(template as Template, {
    account: '111111111111',
    region: 'us-east-1',
  });
  const content = resources.map(({ logicalId, type, properties, deletionPolicy }) => {
    const { PolicyName, ...others } = properties;
    const { Metadata, UpdateReplacePolicy } = written[logicalId];
    return JSON.stringify({ type, properties: others, deletionPolicy, UpdateReplacePolicy, Metadata });
  });
  const roles = resources.filter(({ type }) => type === 'AWS::IAM::Role');
  const names = roles.map(({ properties }) => String(properties.RoleName));
  return [...content, ...Object.values(outputs)].map((text) => withoutNames(text, names)).sort();
}

function withoutNames(text: string, roles: string[]): string {
  return roles.reduce(
    (rest, name, index) => rest.replace(new RegExp(`(^|["/])${name}("|$)`, 'g'), `$1role ${index}$2`),
    text,
  );
}
