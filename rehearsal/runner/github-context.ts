import type { RunRequest } from './request';

/** The `github` context of a run. */
export function githubContext({ repository, event, path, earlier }: RunRequest): Record<string, unknown> {
  const name = event.ref.replace(/^refs\/(tags|heads)\//, '');
  return {
    repository: repository.name,
    repository_owner: repository.name.split('/')[0],
    repository_id: repository.repositoryId,
    repository_owner_id: repository.ownerId,
    ref: event.ref,
    ref_name: name,
    ref_type: event.ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    event_name: event.name,
    event: {
      repository: { full_name: repository.name },
      ...(event.name === 'pull_request' && {
        pull_request: { head: { repo: { full_name: event.fork ?? repository.name } } },
      }),
    },
    actor: event.actor ?? 'octocat',
    run_id: '1000',
    run_number: '1',
    run_attempt: earlier ? '2' : '1',
    sha: '0'.repeat(40),
    workflow: path,
    server_url: 'https://github.com',
    job: '',
  };
}

/** The variables that GitHub sets in every job, and where this machine leads pip. */
export function defaultVariables(
  request: RunRequest,
  job: string,
  publicIndex: string,
): Record<string, string> {
  const values = Object.entries(githubContext(request)).filter(([, value]) => typeof value === 'string');
  const named = values.map(([name, value]) => [`GITHUB_${name.toUpperCase()}`, String(value)]);
  return {
    ...Object.fromEntries(named),
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_JOB: job,
    PIP_CONFIG_FILE: '/dev/null',
    PIP_INDEX_URL: publicIndex,
  };
}
