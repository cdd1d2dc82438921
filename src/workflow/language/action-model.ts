import type { Step } from './model';

/** A file `action.yml` of several steps, in the words of GitHub. */
export interface CompositeAction {
  readonly name: string;
  readonly description: string;
  readonly inputs?: Record<string, ActionInput>;
  readonly runs: { readonly using: 'composite'; readonly steps: CompositeStep[] };
}

export interface ActionInput {
  readonly description: string;
  readonly required: boolean;
}

/** A step whose script says its shell, since an action has no default. */
export interface CompositeStep extends Step {
  readonly shell?: string;
}
