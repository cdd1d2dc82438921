export * from './codeartifact';
export * from './github';
export * from './workflow';
