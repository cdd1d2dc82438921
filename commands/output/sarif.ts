import { versionOfPackage } from '../version';
import { json } from './json';

/** Something that was found. */
export interface SarifResult {
  /** The id of a rule. */
  readonly rule: string;
  readonly level: 'error' | 'warning' | 'note';
  readonly message: string;

  /** The file that it is in, with slashes. */
  readonly file?: string;

  /** The resource that it is in. */
  readonly resource?: string;
}

export interface SarifRule {
  readonly id: string;
  readonly title: string;
  readonly help: string;
}

/**
 * What was found, as code scanning reads it.
 *
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function sarif(rules: readonly SarifRule[], results: readonly SarifResult[]): string {
  return json({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'cdk-python-artifact-pipeline',
            version: versionOfPackage(),
            rules: rules.map(({ id, title, help }) => ({
              id,
              shortDescription: { text: title },
              help: { text: help },
            })),
          },
        },
        results: results.map((result) => resultOf(result, rules)),
      },
    ],
  });
}

function resultOf({ rule, level, message, file, resource }: SarifResult, rules: readonly SarifRule[]) {
  const location = {
    ...(file && {
      physicalLocation: { artifactLocation: { uri: encodeURI(file) }, region: { startLine: 1 } },
    }),
    ...(resource && { logicalLocations: [{ name: resource, kind: 'resource' }] }),
  };
  return {
    ruleId: rule,
    ruleIndex: rules.findIndex(({ id }) => id === rule),
    level,
    message: { text: message },
    locations: Object.keys(location).length ? [location] : [],
  };
}
