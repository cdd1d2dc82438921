import { ACTIONS, type ActionName, type PinnedAction } from '../../../src/workflow/actions/actions';
import { actionsFor } from '../../../src/workflow/actions/server-actions';
import type { Job, Permissions, Step } from '../../../src/workflow/language/model';
import { unionOfPermissions } from '../../../src/workflow/language/permissions';
import { parsedWorkflow } from './parsed';

/** What no tool checks, in words, for the text of one workflow and the workflows that it calls. */
export function ownProblems(text: string, called: Record<string, string> = {}): string[] {
  const workflow = parsedWorkflow(text);
  const jobs = Object.entries(workflow.jobs);
  return [
    ...when(JSON.stringify(workflow.permissions) !== '{}', 'permissions for every job'),
    ...when(JSON.stringify(workflow.on).includes('pull_request_target'), 'a trigger that runs for strangers'),
    ...jobs.flatMap(([id, job]) =>
      [
        ...jobProblems(job),
        ...roleProblems(
          job,
          jobs.map(([, other]) => other),
        ),
        ...stageProblems(job, workflow.jobs),
        ...callProblems(job, called),
      ].map((problem) => `${id}: ${problem}`),
    ),
    ...unpinned(text),
  ];
}

function jobProblems(job: Job): string[] {
  const steps = job.steps ?? [];
  const isMapping = typeof job.permissions === 'object';
  return [
    ...when(steps.length > 0 && !job['timeout-minutes'], 'no timeout'),
    ...when(!isMapping, 'no permissions of its own'),
    ...when('secrets' in job, 'secrets are passed'),
    ...when(job.concurrency?.['cancel-in-progress'] === true, 'a running job can be cancelled'),
    ...when(typeof job['runs-on'] === 'string' && /^\[|, /.test(job['runs-on']), 'a list of runners as text'),
    ...when(
      steps.length > 0 && !has(job, 'actions/checkout') && !steps.some(startsClean),
      'the home of whatever ran before',
    ),
    ...when(
      runnersOf(job).some((label) => /-latest\b/.test(label)),
      'a runner whose image changes',
    ),
    ...steps.flatMap((step) => stepProblems(step).map((problem) => `${step.name}: ${problem}`)),
  ];
}

function runnersOf(job: Job): string[] {
  const rows = job.strategy?.matrix.include ?? [];
  return [JSON.stringify(job['runs-on'] ?? ''), ...rows.map(({ runner }) => String(runner))];
}

/** Who may ask for an identity, and as which role code of the package may run. */
function roleProblems(job: Job, jobs: Job[]): string[] {
  const roles = rolesOf(job);
  const publisher = jobs.find((other) => other !== job && other.steps?.some(uploads));
  const mayAttest = has(job, 'actions/attest');
  return [
    ...when(
      scopesOf(job)['id-token'] && job.steps && roles.length === 0 && !mayAttest,
      'an identity that is for no role',
    ),
    ...when(roles.length > 0 && scopesOf(job)['id-token'] !== 'write', 'a role without an identity'),
    ...when(
      has(job, 'actions/checkout') && roles.some((role) => publisher && rolesOf(publisher).includes(role)),
      'sources and the role that publishes',
    ),
    ...when(
      has(job, 'actions/checkout') && roles.length > 0 && !publisher?.environment,
      'sources, and an identity that the publish role trusts',
    ),
    ...when(scopesOf(job).attestations && job.steps && !mayAttest, 'may attest, and does not'),
  ];
}

function scopesOf({ permissions }: Job): Permissions {
  return typeof permissions === 'object' ? permissions : {};
}

/** What runs code of the package hands its files to a job that can do nothing, and that one to those that can. */
function stageProblems(job: Job, jobs: Record<string, Job>): string[] {
  const files = (job.steps ?? []).filter(({ uses }) => uses?.startsWith('actions/download-artifact@'));
  const from = files.map(
    (step) => /needs\.(\w+)\.outputs/.exec(String(step.with?.['artifact-ids'] ?? step.with?.name))?.[1],
  );
  const isUnverified = from.some((id) => id !== undefined && has(jobs[id], 'actions/checkout'));
  return [
    ...when(isUnverified && has(job, 'actions/checkout'), 'sources beside files of a build'),
    ...when(
      job.steps?.some(fetches) && (has(job, 'actions/checkout') || files.length > 0),
      'tools that are fetched beside files of somebody else',
    ),
    ...when(job.steps?.some(fetches) && job.environment, 'an environment whose identity may publish'),
    ...when(
      isUnverified && sorted(job.permissions) !== '{}',
      'a permission beside files that nobody has verified',
    ),
    ...when(isUnverified && job.environment, 'files that are verified after somebody approved them'),
    ...when(from.includes(undefined), 'files that are named, as those of another call may be'),
  ];
}

function rolesOf(job: Job): unknown[] {
  return (job.steps ?? [])
    .filter(({ uses }) => uses?.startsWith('aws-actions/configure-aws-credentials@'))
    .map((step) => step.with?.['role-to-assume']);
}

function has(job: Job, action: string): boolean {
  return (job.steps ?? []).some(({ uses }) => uses?.startsWith(`${action}@`));
}

function stepProblems(step: Step): string[] {
  const [action, sha] = step.uses?.split('@') ?? ['', ''];
  const inputs = Object.keys(step.with ?? {});
  const known = pinned(action as ActionName, sha);
  return [
    ...when(step.run?.includes('${{'), 'an expression in a script'),
    ...when(
      inputs.includes('cache') || inputs.includes('enable-cache') || action === 'actions/cache',
      'a cache',
    ),
    ...when(
      action === 'actions/checkout' && step.with?.['persist-credentials'] !== false,
      'credentials stay behind',
    ),
    ...(action === 'actions/checkout' ? depthProblems(String(step.with?.['fetch-depth'])) : []),
    ...when(
      action === 'aws-actions/configure-aws-credentials' && step.with?.['role-duration-seconds'] !== 900,
      'a session longer than 15 minutes',
    ),
    ...inputs
      .filter((input) => known && !known.inputs.includes(input))
      .map((input) => `${action} takes no ${input}`),
    ...scriptProblems(step.run ?? ''),
    ...when(uploads(step) && !forgetsIdentity(step), 'an upload that can ask for an identity'),
    ...when(fetches(step) && !forgetsIdentity(step), 'a download that can ask for an identity'),
  ];
}

function uploads({ run }: Step): boolean {
  return /\/(twine" upload|uv" publish) /.test(run ?? '');
}

/** Downloads tools, to be handed on. */
function fetches({ run }: Step): boolean {
  return / -m pip download /.test(run ?? '');
}

function forgetsIdentity({ run }: Step): boolean {
  return /^unset ACTIONS_ID_TOKEN_REQUEST_TOKEN ACTIONS_ID_TOKEN_REQUEST_URL$/m.test(run ?? '');
}

/** Before anything is installed, the home is another one than that of the runner. */
function startsClean({ run }: Step): boolean {
  return /^ *echo "HOME=\$home"$/m.test(run ?? '');
}

/** Branches have all their commits, and tags have no other one beside them. */
function depthProblems(depth: string): string[] {
  return [
    ...when(/&& *\d/.test(depth), 'a depth that is a number'),
    ...when(!depth.includes("github.ref_type == 'branch' &&"), 'all tags, and a tag is the version'),
  ];
}

/** The release of an action that is used of it; on a server another one than on github.com. */
function pinned(action: ActionName, sha: string): PinnedAction | undefined {
  const onServer = actionsFor(true)[action];
  return onServer?.sha === sha ? onServer : ACTIONS[action];
}

/** What stands in a lock, each line of which is for pip. */
function lockProblems(script: string): string[] {
  const lines = [...script.matchAll(/<< 'LOCK'\n([\s\S]*?)^LOCK$/gm)].flatMap(([, lock = '']) =>
    lock.trim().split('\n'),
  );
  return lines.flatMap((line) => [
    ...when(!/^[\w-]+==/.test(line), 'a tool without a version'),
    ...when(/^[\w-]+==/.test(line) && !LOCKED.test(line), 'a tool without a hash'),
  ]);
}

const LOCKED = /^[a-z0-9-]+==[\w.]+( ; [\w.='<> *]+)?( --hash=sha256:[0-9a-f]{64})+$/;

/** A token is masked in the line after it came in, and goes nowhere but to the environment of its step. */
function scriptProblems(script: string): string[] {
  const commands = script.replaceAll('\\\n', ' ').split('\n');
  return commands
    .flatMap((command, index) => [
      ...when(
        /get-authorization-token/.test(command) &&
          !/^\s*echo "::add-mask::\$\w+"$/.test(commands[index + 1] ?? ''),
        'a token that is not masked at once',
      ),
      ...when(
        /get-authorization-token/.test(command) && !/--duration-seconds 900\b/.test(command),
        'a token for longer than 15 minutes',
      ),
      ...when(
        /\$(token|TWINE_PASSWORD|UV_PUBLISH_PASSWORD)\b/.test(command) &&
          /echo|printf|tee|GITHUB_(ENV|OUTPUT)/.test(command) &&
          !/^\s*echo "::add-mask::\$\w+"$/.test(command),
        'a token in a log or an output',
      ),
      ...when(/set -x|env \||printenv/.test(command), 'a log of everything'),
      ...when(/--skip-existing/.test(command), 'other bytes would be taken for the same'),
      ...when(
        / --python /.test(command) && !/^PIP_CONFIG_FILE=\/dev\/null .*--isolated/.test(command),
        'a tool by a configuration of somebody else',
      ),
      ...when(
        /(-m pip|pip\[@\]\}").* (install|download) /.test(command) &&
          !/ --require-hashes --no-deps --only-binary :all: /.test(command),
        'files of any hash are installed',
      ),
    ])
    .concat(lockProblems(script));
}

function callProblems(job: Job, called: Record<string, string>): string[] {
  const path = job.uses && Object.keys(called).find((candidate) => job.uses?.includes(candidate));
  if (!path) return [];
  const callee = parsedWorkflow(called[path]);
  const needed = sorted(unionOfPermissions(callee, path));
  const granted = sorted(job.permissions);
  return when(granted !== needed, `grants ${granted}, and the called jobs need ${needed}`);
}

function sorted(permissions: object | string = {}): string {
  return typeof permissions === 'string'
    ? permissions
    : JSON.stringify(Object.fromEntries(Object.entries(permissions).sort()));
}

/** Every action has all 40 digits of its commit, and its version as a comment. */
function unpinned(text: string): string[] {
  return text
    .split('\n')
    .filter((line) => /^\s*(- )?uses: (?!\S*\.ya?ml)/.test(line))
    .filter((line) => !/uses: [\w./-]+@[0-9a-f]{40} # v[\w.-]+$/.test(line))
    .map((line) => `not pinned: ${line.trim()}`);
}

function when(condition: unknown, problem: string): string[] {
  return condition ? [problem] : [];
}
