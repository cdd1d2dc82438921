/**
 * What GitHub shows of a workflow template, as the text of its file.
 *
 * @see https://docs.github.com/en/actions/how-tos/reuse-automations/create-workflow-templates
 */
export function templateProperties(): string {
  const properties = {
    name: 'Publish a Python package to CodeArtifact',
    description: 'Builds the package of this repository and publishes it to the private index.',
    iconName: 'octicon package',
    categories: ['Python', 'Deployment'],
    filePatterns: ['^pyproject\\.toml$', '^setup\\.py$'],
  };
  return `${JSON.stringify(properties, undefined, 2)}\n`;
}
