export * from './codeartifact';
export * from './github';
