export * from './codeartifact';
export * from './github';
export * from './package-publisher';
export { PipelineOutput } from './pipeline-output';
export * from './python-artifact-pipeline';
export * from './workflow';
