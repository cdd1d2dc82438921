import { WorkflowHost } from '../../src';
import { newWorkflow } from './support/publish-workflow';

test('a template says what GitHub shows of it, and for which repositories', () => {
  const { files } = newWorkflow({ host: WorkflowHost.tag('acme/platform', 'v1') });
  const text = files['workflow-templates/publish_python.properties.json'];
  expect(JSON.parse(text)).toEqual({
    name: 'Publish a Python package to CodeArtifact',
    description: 'Builds the package of this repository and publishes it to the private index.',
    iconName: 'octicon package',
    categories: ['Python', 'Deployment'],
    filePatterns: ['^pyproject\\.toml$', '^setup\\.py$'],
  });
  expect(text.endsWith('}\n')).toBe(true);
});

test('it has the name of the template, whose extension GitHub knows one of', () => {
  const host = WorkflowHost.tag('acme/platform', 'v1');
  expect(Object.keys(newWorkflow({ host, callerFileName: 'release.yml' }).files)).toContain(
    'workflow-templates/release.properties.json',
  );
  expect(() => newWorkflow({ host, callerFileName: 'release.yaml' })).toThrow(
    'callerFileName "release.yaml" does not end in .yml, as a template has to. Write instead: \'release.yml\'. See https://docs.github.com/en/actions/how-tos/reuse-automations/create-workflow-templates (construct Acme/Workflow)',
  );
});
