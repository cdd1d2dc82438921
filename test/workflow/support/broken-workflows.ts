/** One change that makes a good workflow a bad one, and who has to find it. */
export interface Broken {
  /** In words. */
  readonly what: string;
  readonly file?: 'reusable' | 'caller';
  readonly from: string | RegExp;
  readonly to: string;
  /** The check that has to catch it, and what it has to say. */
  readonly caught: string;
}

const CHECKOUT = 'actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1';

/** The changes, each to the workflow of broken-workflows.test.ts. */
export const BROKEN: Broken[] = [
  { what: 'YAML that ends in a quote', from: 'permissions: {}', to: 'permissions: "', caught: 'GitHub: ' },
  {
    what: 'a key twice',
    from: 'permissions: {}',
    to: 'permissions: {}\npermissions: {}',
    caught: "GitHub: 'permissions' is already defined",
  },
  {
    what: 'a key that is none',
    from: 'timeout-minutes: 30',
    to: 'timeout: 30',
    caught: "GitHub: Unexpected value 'timeout'",
  },
  {
    what: 'no runner',
    from: /^ {4}runs-on: ubuntu-24.04\n/m,
    to: '',
    caught: 'actionlint: "runs-on" section is missing',
  },
  {
    what: 'a step that does nothing',
    from: `        uses: ${CHECKOUT}\n        with:\n          persist-credentials: false\n`,
    to: '',
    caught: 'GitHub: Expected one of uses or run to be defined',
  },
  {
    what: 'a step that does two things',
    from: `uses: ${CHECKOUT}`,
    to: `uses: ${CHECKOUT}\n        run: ls`,
    caught: 'actionlint: ',
  },
  {
    what: 'an input of a type that is none',
    from: 'type: string',
    to: 'type: text',
    caught: "GitHub: Unexpected value 'text'",
  },
  {
    what: 'a shell that is none',
    from: 'shell: bash',
    to: 'shell: fish',
    caught: 'actionlint: shell name "fish" is invalid',
  },
  {
    what: 'two steps of one id',
    from: '- name: Upload\n',
    to: '- name: Upload\n        id: tools\n',
    caught: 'actionlint: step ID "tools" duplicates',
  },
  {
    what: 'an input that is none',
    from: 'inputs.python_version }}',
    to: 'inputs.python }}',
    caught: 'GitHub: Context access might be invalid: python',
  },
  {
    what: 'an output of no step',
    from: 'steps.verify.outputs.sha256',
    to: 'steps.verified.outputs.sha256',
    caught: 'GitHub: Context access might be invalid: verified',
  },
  {
    what: 'an output of no job',
    from: 'needs.verify.outputs.sha256',
    to: 'needs.verified.outputs.sha256',
    caught: 'GitHub: Context access might be invalid: verified',
  },
  {
    what: 'an output of a job that is not waited for',
    from: 'needs.verify.outputs.sha256',
    to: 'needs.test.outputs.sha256',
    caught: 'GitHub: Context access might be invalid: test',
  },
  {
    what: 'a context that is none',
    from: 'github.ref_name',
    to: 'git.ref_name',
    caught: "GitHub: Unrecognized named-value: 'git'",
  },
  {
    what: 'a function that is none',
    from: "github.ref_type == 'tag'",
    to: 'isTag(github.ref)',
    caught: "GitHub: Unrecognized function: 'isTag'",
  },
  {
    what: 'an expression that does not end',
    from: "github.ref_name || '' }}",
    to: 'github.ref_name',
    caught: 'GitHub: ',
  },
  {
    what: 'a dimension that the matrix does not have',
    from: 'matrix.python_version',
    to: 'matrix.python',
    caught: 'GitHub: Context access might be invalid: python',
  },
  {
    what: 'a job that waits for none',
    from: 'needs:\n      - test',
    to: 'needs:\n      - tests',
    caught: "GitHub: Job 'build' depends on unknown job 'tests'",
  },
  {
    what: 'jobs that wait for each other',
    from: 'needs:\n      - test',
    to: 'needs:\n      - publish',
    caught: 'GitHub: Job ',
  },
  {
    what: 'a scope that is none',
    from: 'contents: read',
    to: 'content: read',
    caught: "GitHub: Unexpected value 'content'",
  },
  {
    what: 'an identity to read',
    from: 'id-token: write',
    to: 'id-token: read',
    caught: "GitHub: Unexpected value 'read'",
  },
  {
    what: 'everything for every job',
    from: 'permissions: {}',
    to: 'permissions: write-all',
    caught: 'own: permissions for every job',
  },
  {
    what: 'a job that takes what is given',
    from: '    permissions:\n      contents: read\n      id-token: write # proves which workflow this is\n',
    to: '',
    caught: 'own: test: no permissions of its own',
  },
  {
    what: 'a caller that grants too little',
    file: 'caller',
    from: '      contents: read\n',
    to: '',
    caught: 'own: publish: grants ',
  },
  {
    what: 'a caller that grants too much',
    file: 'caller',
    from: 'contents: read',
    to: 'contents: write',
    caught: 'own: publish: grants ',
  },
  {
    what: 'a role in a job without an identity',
    from: /(name: Publish\n[\s\S]*?)id-token: write.*\n/,
    to: '$1contents: read\n',
    caught: 'own: publish: a role without an identity',
  },
  {
    what: 'an identity for no role',
    from: /uses: aws-actions\/configure-aws-credentials@.*\n(.*\n){6}/,
    to: 'run: ls\n',
    caught: 'own: test: an identity that is for no role',
  },
  {
    what: 'sources in the job that publishes',
    from: /(name: Publish\n[\s\S]*?steps:\n)/,
    to: `$1      - name: Check out\n        uses: ${CHECKOUT}\n        with:\n          persist-credentials: false\n`,
    caught: 'own: publish: sources, and an identity that the publish role trusts',
  },
  {
    what: 'a package that is built as the publisher',
    from: 'role/read-python',
    to: 'role/publish-python',
    caught: 'own: test: sources and the role that publishes',
  },
  {
    what: 'a package that is built as whom the publish role trusts',
    from: '    environment: release\n',
    to: '',
    caught: 'own: build: sources, and an identity that the publish role trusts',
  },
  {
    what: 'strangers that start it',
    file: 'caller',
    from: /on:\n {2}push:\n(.*\n)*?permissions/,
    to: 'on: pull_request_target\npermissions',
    caught: 'own: a trigger that runs for strangers',
  },
  {
    what: 'an input that the called workflow does not take',
    file: 'caller',
    from: 'python_version:',
    to: 'python:',
    caught: 'GitHub: Invalid input, python is not defined',
  },
  {
    what: 'a called workflow that is not there',
    file: 'caller',
    from: 'codeartifact_python.yml',
    to: 'codeartifact.yml',
    caught: 'GitHub: Unable to find reusable workflow',
  },
  {
    what: 'secrets for the called workflow',
    file: 'caller',
    from: '    with:',
    to: '    secrets: inherit\n    with:',
    caught: 'own: publish: secrets are passed',
  },
  {
    what: 'a timeout on a call',
    file: 'caller',
    from: '    with:',
    to: '    timeout-minutes: 5\n    with:',
    caught: "GitHub: Unexpected value 'timeout-minutes'",
  },
  {
    what: 'an action at a tag',
    from: CHECKOUT,
    to: 'actions/checkout@v7',
    caught: 'own: not pinned: uses: actions/checkout@v7',
  },
  {
    what: 'a pinned action without its version',
    from: CHECKOUT,
    to: CHECKOUT.split(' ')[0],
    caught: 'own: not pinned: ',
  },
  {
    what: 'an input that the action does not take',
    from: 'update-environment',
    to: 'update-env',
    caught: 'own: verify: Set up Python for the tools: actions/setup-python takes no update-env',
  },
  {
    what: 'credentials of Git left behind',
    from: 'persist-credentials: false',
    to: 'persist-credentials: true',
    caught: 'own: test: Check out: credentials stay behind',
  },
  {
    what: 'a cache that others can fill',
    from: 'update-environment: false',
    to: 'cache: pip',
    caught: 'own: verify: Set up Python for the tools: a cache',
  },
  {
    what: 'a session of an hour',
    from: 'role-duration-seconds: 900',
    to: 'role-duration-seconds: 3600',
    caught: 'own: test: Assume the read role: a session longer than 15 minutes',
  },
  { what: 'no timeout', from: '    timeout-minutes: 15\n', to: '', caught: 'own: verify: no timeout' },
  {
    what: 'a publish job that can be cancelled',
    from: 'cancel-in-progress: false',
    to: 'cancel-in-progress: true',
    caught: 'own: publish: a running job can be cancelled',
  },
  {
    what: 'a runner whose image changes',
    from: 'ubuntu-24.04',
    to: 'ubuntu-latest',
    caught: 'own: test: a runner whose image changes',
  },
  {
    what: 'an expression in a script',
    from: 'rm -rf dist',
    to: 'rm -rf ${{ inputs.working_directory }}/dist',
    caught: 'own: build: Build: an expression in a script',
  },
  {
    what: 'a variable without quotes',
    from: '"$PYTHON" -m venv',
    to: '$PYTHON -m venv $RUNNER_TEMP/x',
    caught: 'shellcheck: SC2086',
  },
  {
    what: 'a loop that does not end',
    from: '          done 3<<< "$FILES"\n',
    to: '',
    caught: 'shellcheck: SC1',
  },
  {
    what: 'a token that is not masked',
    from: /(publish-[\s\S]*)echo "::add-mask::\$token"\n/,
    to: '$1true\n',
    caught: 'own: publish: Upload: a token that is not masked at once',
  },
  {
    what: 'a token in the log',
    from: 'echo "$name: ',
    to: 'echo "$token $name: ',
    caught: 'own: publish: Upload: a token in a log or an output',
  },
  {
    what: 'a token for the steps after it',
    from: 'installs=() release=\n',
    to: 'echo "T=$token" >> "$GITHUB_ENV"\n          installs=() release=\n',
    caught: 'own: publish: Upload: a token in a log or an output',
  },
  {
    what: 'a token of 12 hours',
    from: ' --duration-seconds 900 \\',
    to: ' \\',
    caught: 'own: test: Test: a token for longer than 15 minutes',
  },
  {
    what: 'everything in the log',
    from: 'installs=() release=\n',
    to: 'set -x\n          installs=() release=\n',
    caught: 'own: publish: Upload: a log of everything',
  },
  {
    what: 'an upload that skips what is there',
    from: '--disable-progress-bar',
    to: '--skip-existing',
    caught: 'own: publish: Upload: other bytes would be taken for the same',
  },
  {
    what: 'a tool without a version',
    from: '"twine==7.0.0"',
    to: '"twine"',
    caught: 'own: verify: Install twine: a tool without a version',
  },
  {
    what: 'files that go past the job that verifies',
    from: 'needs.verify.outputs.artifact_id',
    to: 'needs.build.outputs.artifact_id',
    caught: 'own: attest: a permission beside files that nobody has verified',
  },
  {
    what: 'a permission where files are verified',
    from: 'permissions: {}\n    outputs',
    to: 'permissions:\n      contents: read\n    outputs',
    caught: 'own: verify: a permission beside files that nobody has verified',
  },
  {
    what: 'sources where files are verified',
    from: /(name: Verify\n[\s\S]*?steps:\n)/,
    to: `$1      - name: Check out\n        uses: ${CHECKOUT}\n        with:\n          persist-credentials: false\n`,
    caught: 'own: verify: sources beside files of a build',
  },
  {
    what: 'an approval before the files are verified',
    from: 'name: Verify\n',
    to: 'name: Verify\n    environment: release\n',
    caught: 'own: verify: files that are verified after somebody approved them',
  },
  {
    what: 'files by a name that another call has, too',
    from: 'artifact-ids: ${{ needs.verify.outputs.artifact_id }}',
    to: 'name: python-package',
    caught: 'own: attest: files that are named, as those of another call may be',
  },
];
