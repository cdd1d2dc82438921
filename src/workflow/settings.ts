import type { BuildRecipe } from './build-command';
import type { WorkflowValues } from './values';

/** All that decides what the generated files say. */
export interface WorkflowSettings {
  readonly pythonVersion: string;
  readonly build: BuildRecipe;
  readonly values: WorkflowValues;
  readonly push: { readonly tags?: string[]; readonly branches?: string[] };
  /** The environment that the publish job waits for. */
  readonly environment?: string;
  /** How the caller refers to the reusable workflow. */
  readonly uses: string;
}
