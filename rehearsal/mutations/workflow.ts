import type { Assembly } from '../cases';
import type { Mutation } from './mutation';

type Edit = (text: string) => string;

const ofReusable = (says: string, edit: Edit, watch?: string): Mutation => ({
  says,
  watch,
  change: (a: Assembly) => ({ ...a, reusable: { ...a.reusable, text: edit(a.reusable.text) } }),
});
const ofCaller = (says: string, edit: Edit): Mutation => ({
  says,
  change: (a: Assembly) => ({ ...a, caller: { ...a.caller, text: edit(a.caller.text) } }),
});

/** An edit of one job only. */
const within =
  (job: string, edit: Edit): Edit =>
  (text) => {
    const at = text.indexOf(`\n  ${job}:\n`);
    const end = text.slice(at + 1).search(/\n {2}\w+:\n/);
    const stop = end < 0 ? text.length : at + 1 + end;
    return text.slice(0, at) + edit(text.slice(at, stop)) + text.slice(stop);
  };

/** Without the step of a name. */
const withoutStep =
  (name: string): Edit =>
  (text) =>
    text.replace(new RegExp(`\\n {6}- name: ${name}\\n(?:(?: {8}.*)?\\n)+`), '\n');

/** Without the lines of the verify job that have a text in them. */
const unverified = (text: string): Edit =>
  within('verify', (t) =>
    t
      .split('\n')
      .filter((line) => !line.includes(text) || line.includes('def '))
      .join('\n'),
  );

const ON_A_BRANCH = 'a sign-in is refused, since the run is on a branch';
const PUBLISHES = 'a tag push publishes the wheel and the sdist';

export const WORKFLOW_MUTATIONS: readonly Mutation[] = [
  ofReusable(
    'the build job may ask for tokens',
    within('build', (t) => t.replace('contents: read', 'contents: read\n      id-token: write')),
  ),
  ofReusable(
    'the verify job may read the repository',
    within('verify', (t) => t.replace('permissions: {}', 'permissions:\n      contents: read')),
  ),
  ofReusable(
    'the verify job waits for an approval',
    within('verify', (t) => t.replace('    permissions:', '    environment: release\n    permissions:')),
  ),
  ofReusable(
    'the names of packages are not verified',
    unverified('check_packages('),
    'a build hands on a package of another name',
  ),
  ofReusable(
    'the version is not compared with the tag',
    unverified('check_tag('),
    'a build hands on another version than the tag',
  ),
  ofReusable(
    'two versions are not noticed',
    unverified('check_versions('),
    'a build hands on two versions, both of which are the tag',
  ),
  ofReusable(
    'the metadata are not compared with the name',
    unverified('check_agreement('),
    'a build hands on a wheel whose name says nothing of what it is',
  ),
  ofReusable(
    'RECORD is not verified',
    unverified('check_record('),
    'a build hands on a wheel with a file that its RECORD does not list',
  ),
  ofReusable(
    'the entries of archives are not verified',
    unverified('check_zip('),
    'a build hands on a wheel that writes elsewhere',
  ),
  ofReusable(
    'the publish job may read the repository',
    within('publish', (t) => t.replace('id-token: write', 'contents: read\n      id-token: write')),
  ),
  ofReusable(
    'the publish job may not ask for tokens',
    within('publish', (t) => t.replace('id-token: write', 'contents: read')),
  ),
  ofReusable(
    'the publish job names an environment',
    within('publish', (t) => t.replace('    permissions:', '    environment: release\n    permissions:')),
  ),
  ofReusable('the checkout keeps its token', (t) =>
    t.replace('persist-credentials: false', 'persist-credentials: true'),
  ),
  ofReusable('an action is not pinned', (t) => t.replace(/(actions\/checkout)@[0-9a-f]{40}/, '$1@v7')),
  ofReusable('the credentials action is pinned to a branch', (t) =>
    t.replace(/(configure-aws-credentials)@[0-9a-f]{40}/, '$1@main'),
  ),
  ofReusable(
    'the token is not masked',
    (t) => t.replace(/\n.*echo "::add-mask::\$token"/, ''),
    'somebody reads the log of the run',
  ),
  ofReusable(
    'the hashes are not compared',
    within('publish', withoutStep('Verify the hashes')),
    'the built files are exchanged between the jobs',
  ),
  ofReusable(
    'twine is not installed where it is needed',
    within('publish', withoutStep('Install twine')),
    PUBLISHES,
  ),
  ofReusable(
    'the token lives as long as it can',
    (t) => t.replace(/ --duration-seconds 900/, ''),
    'the session and the token of the run are used after a quarter of an hour',
  ),
  ofReusable(
    'the session lives for an hour',
    (t) => t.replace('role-duration-seconds: 900', 'role-duration-seconds: 3600'),
    'the session and the token of the run are used after a quarter of an hour',
  ),
  ofReusable(
    'a failed upload fails nothing',
    within('publish', (t) => t.replace(/exit 1(\n\s+done)/, 'exit 0$1')),
    'the version was published before with other contents',
  ),
  ofReusable(
    'the workflow publishes into another repository',
    (t) => t.replace('REPOSITORY: python', 'REPOSITORY: pypi-store'),
    PUBLISHES,
  ),
  ofReusable(
    'the workflow works in another Region',
    (t) => t.replace('aws-region: us-east-1', 'aws-region: eu-west-1'),
    PUBLISHES,
  ),
  ofReusable(
    'the workflow assumes another role',
    (t) => t.replace(/(role-to-assume: \S+)/, '$1-old'),
    PUBLISHES,
  ),
  ofReusable(
    'the comparison of a run with the trust prints its token',
    (t) => t.replace('print(f"::add-mask::{token}", flush=True)', 'print(token, flush=True)'),
    ON_A_BRANCH,
  ),
  ofReusable(
    'a run is not compared with the trust',
    withoutStep('Compare this run with what the role trusts'),
    ON_A_BRANCH,
  ),
  ofReusable(
    'the comparison of a run with the trust fails the job',
    (t) =>
      t
        .replace(/( +)(output\.write\("refused=true\\n"\))/, '$1$2\n$1os._exit(1)')
        .replace(/ \|\| echo 'This run.*/, ''),
    ON_A_BRANCH,
  ),
  ofReusable(
    'a run is compared with another host',
    (t) => t.replace('"job_workflow_ref":["acme/platform/', '"job_workflow_ref":["acme/other/'),
    'a sign-in that AWS lets in is explained',
  ),
  ofReusable(
    'a run is not compared with the entry of its repository',
    (t) => t.replace(/TRUSTED_REPOSITORY: .*/, 'TRUSTED_REPOSITORY: ""'),
    'a sign-in is refused, since the repository was made anew under its name',
  ),
  ofReusable(
    'nothing is said of what else refuses a sign-in',
    withoutStep('Say what else refuses a sign-in'),
    'a sign-in is refused, since the account has no such role',
  ),
  ofCaller('the caller starts on branches', (t) => t.replace(/tags:\n\s+- .*/, 'branches: ["**"]')),
  ofCaller('the caller starts on every tag', (t) => t.replace(/(tags:\n\s+- ).*/, '$1"**"')),
  ofCaller('the caller starts on pull requests', (t) => t.replace('on:\n', 'on:\n  pull_request:\n')),
  ofCaller('the caller grants no id-token', (t) => t.replace(/\n *id-token: write.*/, '')),
  ofCaller('the caller uses the host of somebody else', (t) => t.replace('uses: acme/', 'uses: acme-evil/')),
  ofCaller('the caller uses another ref of the host', (t) => t.replace('.yml@main', '.yml@next')),
  ofCaller('the caller passes an input that does not exist', (t) => t.replace('python_version:', 'python:')),
];
