import { TWINE } from '../actions/tool-versions';
import { expression } from '../language/expression';
import type { Job, Step } from '../language/model';
import type { WorkflowSettings } from '../settings/settings';
import { packageCodePermissions, packageFolder, runPackageCode } from './package-code';
import { publishOutput, sayWhatPublishes } from './publishing';
import { HAND_ON_HASHES } from './scripts/hashes';
import { COMPARE_TAG } from './scripts/tag-version';
import { TOOLS } from './scripts/venv';
import { ARTIFACT, checkout, installTool, setUpPython, setUpToolsPython } from './steps';

/** Runs the package's own code, so that it holds nothing worth stealing: no way to publish, no secret. */
export function buildJob(settings: WorkflowSettings): Job {
  const { pins, build, testCommand, runners, buildTimeout, artifactRetention, steps } = settings;
  return {
    name: 'Build',
    needs: testCommand ? ['test'] : undefined,
    'runs-on': runners.build,
    'timeout-minutes': buildTimeout,
    permissions: packageCodePermissions(settings),
    outputs: {
      artifact_name: ARTIFACT,
      sha256: expression('steps.hashes.outputs.sha256'),
      ...publishOutput(settings),
    },
    steps: [
      checkout(settings),
      setUpToolsPython(pins),
      setUpPython(pins, expression('inputs.python_version')),
      installTool(TWINE),
      ...steps.beforeBuild,
      ...runPackageCode(settings, { name: 'Build', ...build, commands: ['rm -rf dist', build.command] }),
      ...steps.afterBuild,
      inFiles({ name: 'Check the metadata', run: `"${TOOLS}/bin/twine" check -- *\n` }),
      compareTag(settings),
      inFiles({ name: 'Hand on the hashes', id: 'hashes', env: { LC_ALL: 'C' }, run: HAND_ON_HASHES }),
      {
        name: 'Hand on the files',
        uses: pins.uses('actions/upload-artifact'),
        with: {
          name: ARTIFACT,
          path: packageFolder('/dist/'),
          'if-no-files-found': 'error',
          'retention-days': artifactRetention,
        },
      },
      ...sayWhatPublishes(settings),
    ],
  };
}

/** A script that runs where the built files are. */
function inFiles({ name, id, ...step }: Step): Step {
  return { name, id, 'working-directory': packageFolder('/dist'), ...step };
}

function compareTag({ tagPatterns }: WorkflowSettings): Step {
  return inFiles({
    name: 'Compare the tag with the version',
    id: 'tag',
    if: "github.ref_type == 'tag'",
    env: { TAG: expression('github.ref_name'), TAG_PATTERNS: tagPatterns.join('\n') },
    run: COMPARE_TAG,
  });
}
