import type { Sts } from '../../aws/sts';
import type { OidcIssuer } from '../../github/issuer';
import type { Machine } from '../../python/machine';
import type { Artifacts } from '../artifacts';
import type { Log } from '../log';

/** What a job gives to the actions in it. */
export interface ActionHost {
  readonly machine: Machine;
  readonly workspace: string;
  readonly home: string;
  /** The whole environment of the job at this point. */
  readonly env: Readonly<Record<string, string>>;
  readonly log: Log;
  readonly artifacts: Artifacts;
  readonly sts: Sts;
  readonly issuer: OidcIssuer;
  /** Folder with the repository's files at the event's commit. */
  readonly source: string;
  readonly setEnv: (name: string, value: string) => void;
  readonly addPath: (folder: string) => void;
}

/** Stands in for an action: the same inputs, the same effect on the job. Throws to fail the step. */
export interface Action {
  /** Inputs that it knows; any other fails the step, where GitHub would only warn. */
  readonly inputs: readonly string[];
  run(inputs: Readonly<Record<string, string>>, host: ActionHost): Promise<Record<string, string>>;
}
