export type { DependabotOptions } from './dependabot/dependabot-options';
export * from './package-publisher';
export * from './package-reader';
export * from './pipeline-access';
export { PipelineOutput } from './pipeline-output';
export * from './python-artifact-pipeline';
export * from './python-artifact-pipeline-props';
