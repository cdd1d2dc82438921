import { CI_SYSTEMS, isCi } from '../../../src/workflow/checkout/ci-systems';

test.each<[string, NodeJS.ProcessEnv]>([
  ['AWS CodeBuild', { CODEBUILD_BUILD_ID: 'acme:b1e6661e' }],
  ['Azure Pipelines', { TF_BUILD: 'True' }],
  ['Bamboo', { bamboo_planKey: 'ACME-1' }],
  ['GoCD', { GO_PIPELINE_LABEL: '12' }],
  ['Google Cloud Build', { BUILDER_OUTPUT: '/builder/outputs' }],
  ['Harness', { HARNESS_BUILD_ID: '12' }],
  ['Jenkins', { JENKINS_URL: 'https://ci.acme.example/', BUILD_ID: '12' }],
  ['Taskcluster', { TASK_ID: 'a', RUN_ID: '0' }],
  ['TeamCity', { TEAMCITY_VERSION: '2026.1' }],
  ['GitHub Actions, GitLab and most others', { CI: 'true' }],
  ['Woodpecker', { CI: 'woodpecker' }],
])('%s is known', (_, env) => {
  expect(isCi(env)).toBe(true);
});

test('each system of the table is tried above', () => {
  expect(Object.keys(CI_SYSTEMS)).toHaveLength(9);
});

test.each<NodeJS.ProcessEnv>([
  {},
  { CI: '' },
  { CI: '0' },
  { CI: 'false' },
  { CI: 'False' },
  { CODEBUILD_BUILD_ID: 'acme:b1e6661e', CI: 'false' },
  { JENKINS_URL: 'https://ci.acme.example/' },
  { BUILD_ID: '12' },
  { TF_BUILD: '' },
])('%j is a machine of a person, or meant as one', (env) => {
  expect(isCi(env)).toBe(false);
});

test('an empty CI says nothing, so that the table does', () => {
  expect(isCi({ CI: '', CODEBUILD_BUILD_ID: 'acme:b1e6661e' })).toBe(true);
});
