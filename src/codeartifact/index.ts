export * from './domain/domain';
export { OriginRestriction } from './package/origin-restriction';
export * from './package/package-group';
export * from './repository/external-connection';
export * from './repository/repository';
export * from './repository/repository-base';
