import { Component, type github } from 'projen';

/** What the workflows of this project use, each at the commit that its tag pointed to. */
const PINNED_ACTIONS: Record<string, { readonly version: string; readonly sha: string }> = {
  'actions/checkout': { version: 'v7.0.1', sha: '3d3c42e5aac5ba805825da76410c181273ba90b1' },
  'actions/download-artifact': { version: 'v8.0.1', sha: '3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c' },
  'actions/setup-dotnet': { version: 'v6.0.0', sha: 'a98b56852c35b8e3190ac28c8c2271da59106c68' },
  'actions/setup-go': { version: 'v7.0.0', sha: 'b7ad1dad31e06c5925ef5d2fc7ad053ef454303e' },
  'actions/setup-java': { version: 'v5.7.0', sha: 'b6effb05e454b25005698d916606bdc6ffcbf961' },
  'actions/setup-node': { version: 'v7.0.0', sha: '820762786026740c76f36085b0efc47a31fe5020' },
  'actions/setup-python': { version: 'v7.0.0', sha: '5fda3b95a4ea91299a34e894583c3862153e4b97' },
  'actions/upload-artifact': { version: 'v7.0.1', sha: '043fb46d1a93c77aae656e7c1c64a875d1fc6a0a' },
  'peter-evans/create-pull-request': {
    version: 'v8.1.1',
    sha: '5f6978faf089d4d20b00c7766989d076bb2fc7f1',
  },
};

/** Every action that projen's workflows use is looked up here, so that a new one can not get in unpinned. */
export function pinActions(actions: github.GitHubActionsProvider): void {
  for (const [name, { sha }] of Object.entries(PINNED_ACTIONS)) actions.set(name, `${name}@${sha}`);
}

type Step = github.workflows.JobStep;

/** What projen writes, narrowed: no credentials left in a checkout, no expression in a script, and the registry that
 * each tool has by default. */
function narrowed({ ...step }: Step): Step {
  if (step.env) {
    const { NPM_REGISTRY, ...env } = step.env;
    step = { ...step, env };
  }
  if (step.uses?.startsWith('actions/checkout@')) {
    step = { ...step, with: { ...step.with, 'persist-credentials': false } };
  }
  if (step.run) step = { ...step, run: step.run.replaceAll('${{ runner.temp }}', '"$RUNNER_TEMP"') };
  return step;
}

/** Secrets are given to jobs of an environment alone, which can ask for a review. */
const ENVIRONMENTS: Record<string, string> = { pr: 'upgrade' };

/** The last component of the project: it sees the jobs that the others add while the project is synthesized. */
export class NarrowWorkflows extends Component {
  constructor(private readonly gitHub: github.GitHub) {
    super(gitHub.project);
  }

  public override preSynthesize(): void {
    for (const workflow of this.gitHub.workflows) {
      workflow.file?.addOverride('permissions', { contents: 'read' });
      workflow.file?.addOverride('concurrency', {
        group: '${{ github.workflow }}-${{ github.ref }}',
        'cancel-in-progress': workflow.name === 'build',
      });
      for (const [id, job] of Object.entries(workflow.jobs)) {
        if (!('steps' in job)) continue;
        const steps = job.steps as unknown as Step[] | (() => Step[]);
        Object.assign(job, {
          name: job.name ?? id,
          environment: job.environment ?? ENVIRONMENTS[id],
          steps: () => (typeof steps === 'function' ? steps() : steps).map(narrowed),
        });
        // It looks up tags and packs; the job after it makes the release.
        if (id === 'release') Object.assign(job, { permissions: { contents: 'read' } });
      }
    }
  }
}
