export { BuildCommand } from './build-command';
export * from './publish-workflow';
export * from './workflow-options';
