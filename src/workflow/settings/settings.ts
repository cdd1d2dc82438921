import type { SharedTrust } from '../../github/trust/shared-trust';
import type { ActionPins } from '../actions/action-pins';
import type { ToolPins } from '../actions/tool-pins';
import type { BuildRecipe } from '../options/build-command';
import type { Uploader } from '../options/uploader';
import type { CheckoutInputs } from './checkout-inputs';
import type { RenderedSteps } from './extra-steps';
import type { OtherStarts } from './other-starts';
import type { RunnerSettings } from './runners';
import type { WorkflowValues } from './values';

/** All that decides what the generated files say. */
export interface WorkflowSettings {
  readonly pins: ActionPins;
  readonly tools: ToolPins;
  /** The index that the tools come from, where it is not the machine's. */
  readonly toolIndexUrl?: string;
  /** Whether a job of its own fetches them from the repository. */
  readonly toolsFromRepository: boolean;
  /** As the tree has them whenever they are asked for. */
  readonly values: WorkflowValues;
  /** What the publish role trusts of whoever it is. */
  readonly trust: SharedTrust;
  readonly privateDependencies: boolean;
  readonly push: { readonly tags?: string[]; readonly branches?: string[] };
  /** The exact names of the branches that publish. */
  readonly publishBranches: string[];
  readonly otherStarts: OtherStarts;
  /** The tags that publish, each with the releases that are meant and the place where the version begins. */
  readonly tagPatterns: string[];
  /** The environment that the publish job waits for. */
  readonly environment?: string;
  /** How the caller refers to the reusable workflow. */
  readonly uses: string;

  /** What `actions/checkout` is given besides the defaults. */
  readonly checkout: CheckoutInputs;
  readonly pythonVersion: string;
  readonly build: BuildRecipe;
  readonly testCommand?: string;
  readonly testPythonVersions: string[];
  readonly workingDirectory?: string;

  readonly uploader: Uploader;
  readonly strictTwineCheck: boolean;
  readonly provenance: boolean;
  readonly concurrencyGroup: string;
  readonly runners: RunnerSettings;
  /** Whether these are a GitHub Enterprise Server's, whose artifacts have no ids. */
  readonly onServer: boolean;
  /** Those that build, where there are several. */
  readonly buildRunners: string[];
  /** In minutes. */
  readonly buildTimeout: number;
  readonly publishTimeout: number;
  /** In days. */
  readonly artifactRetention: number;
  readonly steps: RenderedSteps;
}
