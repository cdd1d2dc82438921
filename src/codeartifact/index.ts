export * from './domain/domain';
export * from './domain/domain-interface';
export { OriginRestriction } from './package/origin-restriction';
export * from './package/package-group';
export * from './package/package-group-interface';
export * from './repository/external-connection';
export * from './repository/repository';
export * from './repository/repository-base';
export * from './repository/repository-interface';
