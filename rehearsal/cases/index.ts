import type { Case } from './case';
import { INSTALL_CASES } from './install';
import { PUBLISH_CASES } from './publish';
import { REAL_INSTALL_CASES } from './real-install';
import { REAL_PUBLISH_CASES } from './real-publish';
import { REAL_VERIFY_CASES } from './real-verify';
import { SIGN_IN_CASES } from './sign-in';
import { TRUST_CASES } from './trust';
import { WORKFLOW_CASES } from './workflow';

/** Every case, in the order in which somebody would ask. */
export const CASES: readonly Case[] = [
  ...WORKFLOW_CASES,
  ...TRUST_CASES,
  ...PUBLISH_CASES,
  ...INSTALL_CASES,
  ...REAL_VERIFY_CASES,
  ...SIGN_IN_CASES,
  ...REAL_PUBLISH_CASES,
  ...REAL_INSTALL_CASES,
];

export { type Case, type Outcome, play } from './case';
export type { Assembly } from './example';
export { Scene } from './scene';
