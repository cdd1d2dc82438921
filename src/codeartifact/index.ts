export * from './domain';
export * from './external-connection';
export * from './repository';
export * from './repository-base';
