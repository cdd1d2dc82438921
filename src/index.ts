export * from './codeartifact';
export * from './github';
export * from './pipeline';
export * from './workflow';
