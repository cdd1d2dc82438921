export * from './domain';
export * from './external-connection';
export { OriginRestriction } from './origin-restriction';
export * from './package-group';
export * from './repository';
export * from './repository-base';
