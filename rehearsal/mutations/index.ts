import { INDEX_MUTATIONS } from './index-setup';
import type { Mutation } from './mutation';
import { PERMISSION_MUTATIONS } from './permissions';
import { TRUST_MUTATIONS } from './trust';
import { WORKFLOW_MUTATIONS } from './workflow';

/** Ways to get the template or the workflow files wrong. */
export const MUTATIONS: readonly Mutation[] = [
  ...TRUST_MUTATIONS,
  ...PERMISSION_MUTATIONS,
  ...INDEX_MUTATIONS,
  ...WORKFLOW_MUTATIONS,
];

export { applied, type Mutation } from './mutation';
