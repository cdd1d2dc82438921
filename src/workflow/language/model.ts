/** A workflow file, in the words of GitHub. */
export interface Workflow {
  readonly name: string;
  readonly on: Triggers;
  readonly permissions: Permissions;
  readonly defaults?: { readonly run: { readonly shell: string } };
  readonly jobs: Record<string, Job>;
}

export interface Triggers {
  readonly push?: { readonly tags?: string[]; readonly branches?: string[] };
  readonly pull_request?: Record<string, never>;
  readonly workflow_dispatch?: Record<string, never>;
  readonly workflow_call?: {
    readonly inputs: Record<string, Input>;
    readonly outputs?: Record<string, Output>;
  };
}

export interface Input {
  readonly description: string;
  readonly type: 'string';
  readonly required?: boolean;
  readonly default?: string;
}

/** What a called workflow hands on. */
export interface Output {
  readonly description: string;
  readonly value: string;
}

/** What the token of a job may do; what is not named, it may not. */
export type Permissions = Partial<Record<Scope, 'read' | 'write'>>;

/** The same for every scope that there is. */
export type AllPermissions = 'read-all' | 'write-all';

export type Scope = 'contents' | 'id-token' | 'attestations' | 'artifact-metadata';

/** One label, several that a runner has all of, or a group of runners. */
export type RunsOn = string | string[] | { readonly group: string; readonly labels?: string[] };

/** A job that runs on a runner, or one that calls a reusable workflow. */
export interface Job {
  readonly name?: string;
  readonly needs?: string[];
  readonly if?: string;
  readonly permissions: Permissions | AllPermissions;
  readonly environment?: string;
  readonly concurrency?: { readonly group: string; readonly 'cancel-in-progress': boolean };
  readonly strategy?: {
    readonly 'fail-fast': boolean;
    readonly matrix: Matrix;
  };
  readonly 'runs-on'?: RunsOn;
  readonly 'timeout-minutes'?: number;
  readonly outputs?: Record<string, string>;
  readonly steps?: Step[];
  readonly uses?: string;
  readonly with?: Record<string, string>;
}

/** Dimensions, or rows as they are. */
export interface Matrix {
  readonly python_version?: string[];
  readonly include?: Record<string, string | number | boolean>[];
}

/** An action, or a script. */
export interface Step {
  readonly name: string;
  readonly id?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly with?: Record<string, string | number | boolean>;
  readonly 'working-directory'?: string;
  readonly env?: Record<string, string>;
  readonly run?: string;
}
