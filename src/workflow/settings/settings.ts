import type { ActionPins } from '../actions/action-pins';
import type { BuildRecipe } from '../options/build-command';
import type { Uploader } from '../options/uploader';
import type { RenderedSteps } from './extra-steps';
import type { WorkflowValues } from './values';

/** All that decides what the generated files say. */
export interface WorkflowSettings {
  readonly pins: ActionPins;
  readonly values: WorkflowValues;
  readonly push: { readonly tags?: string[]; readonly branches?: string[] };
  /** The environment that the publish job waits for. */
  readonly environment?: string;
  /** How the caller refers to the reusable workflow. */
  readonly uses: string;

  readonly pythonVersion: string;
  readonly build: BuildRecipe;
  readonly testCommand?: string;
  readonly testPythonVersions: string[];
  readonly workingDirectory?: string;

  readonly uploader: Uploader;
  readonly strictTwineCheck: boolean;
  readonly provenance: boolean;
  readonly concurrencyGroup: string;
  readonly runnerLabel: string;
  /** Those that build, where there are several. */
  readonly buildRunners: string[];
  /** In minutes. */
  readonly buildTimeout: number;
  readonly publishTimeout: number;
  /** In days. */
  readonly artifactRetention: number;
  readonly steps: RenderedSteps;
}
