import { expression } from '../language/expression';
import type { WorkflowCheckoutOptions } from '../options/checkout-options';

/** What `actions/checkout` is given. */
export type CheckoutInputs = Record<string, string | boolean>;

/**
 * A tool that makes a version from Git counts the commits since the last tag of a branch, so that it needs all of
 * them. A tag is a version by itself, and another tag of the same commit could be taken in its place.
 *
 * The depth is a text, since a number 0 would be false, and the expression would have the other value.
 */
const DEPTH = expression("github.ref_type == 'branch' && '0' || '1'");

/** The inputs for what a user said. */
export function checkoutInputs({ submodules, lfs }: WorkflowCheckoutOptions): CheckoutInputs {
  return { 'fetch-depth': DEPTH, ...(submodules && { submodules }), ...(lfs && { lfs }) };
}
