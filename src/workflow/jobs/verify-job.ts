import { expression } from '../language/expression';
import type { Job, Step } from '../language/model';
import type { WorkflowSettings } from '../settings/settings';
import { takeOverBuilds } from './built-artifacts';
import { needsTools, takeOverTools } from './fetched-tools';
import { publishOutput, sayWhatPublishes } from './publishing';
import { VERIFY } from './scripts/verify/program';
import {
  installTool,
  NAMED,
  nameArtifact,
  setUpToolsPython,
  startClean,
  UPLOADED,
  uploadFiles,
} from './steps';

/**
 * Holds the files to what was said of them, before anybody is asked to approve: on a runner that has seen nothing
 * of the package but these files, and with no permission.
 */
export function verifyJob(settings: WorkflowSettings): Job {
  const { pins } = settings;
  return {
    name: 'Verify',
    needs: [...needsTools(settings), 'build'],
    'runs-on': settings.runners.publish,
    'timeout-minutes': settings.publishTimeout,
    permissions: {},
    outputs: {
      ...(!settings.onServer && { artifact_id: expression(UPLOADED) }),
      artifact_name: expression(NAMED),
      ...Object.fromEntries(
        ['sha256', 'files', 'packages', 'version'].map((name) => [
          name,
          expression(`steps.verify.outputs.${name}`),
        ]),
      ),
      ...publishOutput(settings),
    },
    steps: [
      startClean(),
      nameArtifact(),
      setUpToolsPython(pins),
      ...takeOverTools(settings),
      installTool(settings, 'twine check'),
      ...takeOverBuilds(settings),
      verify(settings),
      uploadFiles(settings, 'dist/'),
      ...sayWhatPublishes(settings),
    ],
  };
}

function verify({ values, tagPatterns, strictTwineCheck }: WorkflowSettings): Step {
  return {
    name: 'Verify the files',
    id: 'verify',
    env: {
      ...(values.packages && { PACKAGES: values.packages.text }),
      TAG: expression("github.ref_type == 'tag' && github.ref_name || ''"),
      TAG_PATTERNS: tagPatterns.join('\n'),
      STRICT: String(strictTwineCheck),
    },
    run: VERIFY,
  };
}
