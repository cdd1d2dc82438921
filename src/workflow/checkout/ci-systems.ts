/** The variables, all set, by which one knows a CI system that does not set `CI`, or did not always. */
export const CI_SYSTEMS: { [system: string]: string[] } = {
  'AWS CodeBuild': ['CODEBUILD_BUILD_ID'],
  'Azure Pipelines': ['TF_BUILD'],
  Bamboo: ['bamboo_planKey'],
  GoCD: ['GO_PIPELINE_LABEL'],
  'Google Cloud Build': ['BUILDER_OUTPUT'],
  Harness: ['HARNESS_BUILD_ID'],
  Jenkins: ['JENKINS_URL', 'BUILD_ID'],
  Taskcluster: ['TASK_ID', 'RUN_ID'],
  TeamCity: ['TEAMCITY_VERSION'],
};

/** Whether a CI system runs this; `CI` has the say where it is set, so that `CI=false` says no. */
export function isCi(env: NodeJS.ProcessEnv): boolean {
  if (env.CI) return !['0', 'false'].includes(env.CI.toLowerCase());
  return Object.values(CI_SYSTEMS).some((names) => names.every((name) => env[name]));
}
