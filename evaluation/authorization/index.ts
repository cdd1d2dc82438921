export type { AttachedPolicy } from './attachment';
export { type AuthorizationRequest, authorize, type Decision } from './authorize';
export { type ActionReference, Catalog } from './catalog';
export { type Context, inWords, type TestResult } from './conditions';
export { readDocument, type WrittenStatement } from './document';
export { type Policy, readPolicy, type Statement } from './policy';
export type { Principal } from './principals';
export { evaluateTrust, examineTrust, type StatementResult, verdictOf, type WebIdentity } from './trust';
export { arnParts, matchesArn, matchesText } from './wildcard';
