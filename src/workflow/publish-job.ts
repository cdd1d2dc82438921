import { pinned } from './actions';
import { expression } from './expression';
import type { Job, Step } from './model';
import { VERIFY_HASHES } from './scripts/hashes';
import { UPLOAD } from './scripts/upload';
import type { WorkflowSettings } from './settings';
import { ARTIFACT, installTwine, setUpToolsPython } from './steps';
import type { WorkflowValues } from './values';

/** Leads from a session in CloudTrail to the run, and no run shares it with another. */
const SESSION_NAME = ['github.repository_id', 'github.run_id', 'github.run_attempt']
  .map(expression)
  .join('-');

/** Assumes the publish role, so that nothing of the package runs here: files come in, are compared and go out. */
export function publishJob({ values, environment }: WorkflowSettings): Job {
  return {
    name: 'Publish',
    needs: ['build'],
    'runs-on': 'ubuntu-24.04',
    'timeout-minutes': 15,
    environment,
    permissions: { 'id-token': 'write' },
    steps: [
      {
        name: 'Take over the files',
        uses: pinned('actions/download-artifact'),
        with: { name: ARTIFACT, path: 'dist' },
      },
      {
        name: 'Verify the hashes',
        'working-directory': 'dist',
        env: { LC_ALL: 'C', EXPECTED: expression('needs.build.outputs.sha256') },
        run: VERIFY_HASHES,
      },
      setUpToolsPython(),
      installTwine(),
      assumeRole(values),
      {
        name: 'Upload',
        env: {
          DOMAIN: values.domainName.text,
          DOMAIN_OWNER: values.domainOwner.text,
          REPOSITORY: values.repositoryName.text,
        },
        run: UPLOAD,
      },
    ],
  };
}

/** A session of 15 minutes, the shortest there is, under a name that leads back to the run. */
function assumeRole({ region, roleArn }: WorkflowValues): Step {
  const account = roleArn.known?.split(':')[4];
  return {
    name: 'Assume the publish role',
    uses: pinned('aws-actions/configure-aws-credentials'),
    with: {
      'aws-region': region.text,
      'role-to-assume': roleArn.text,
      'role-session-name': `publish-${SESSION_NAME}`,
      'role-duration-seconds': 900,
      ...(account && { 'allowed-account-ids': account }),
    },
  };
}
