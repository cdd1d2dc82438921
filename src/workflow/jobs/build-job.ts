import { TOOLS_PYTHON } from '../actions/tool-versions';
import { expression } from '../language/expression';
import type { Job, Matrix, Step } from '../language/model';
import type { BuildRecipe } from '../options/build-command';
import type { WorkflowSettings } from '../settings/settings';
import { artifactOutput } from './built-artifacts';
import { needsTools, takeOverTools } from './fetched-tools';
import { packageCodePermissions, packageFolder, runPackageCode } from './package-code';
import { REQUIRE_FILES } from './scripts/built-files';
import { checkout, nameArtifact, setUpPython, uploadFiles } from './steps';

/**
 * Runs the package's own code, so that it holds nothing worth stealing: no way to publish, no secret. What it
 * hands on is looked at elsewhere.
 */
export function buildJob(settings: WorkflowSettings): Job {
  const { pins, build, buildRunners, testCommand, runners, buildTimeout, steps } = settings;
  const hasMatrix = buildRunners.length > 0;
  const needs = [...(testCommand ? ['test'] : []), ...(build.tool ? needsTools(settings) : [])];
  return {
    name: hasMatrix ? `Build on ${expression('matrix.runner')}` : 'Build',
    needs: needs.length > 0 ? needs : undefined,
    'runs-on': hasMatrix ? expression('matrix.runner') : runners.build,
    'timeout-minutes': buildTimeout,
    permissions: packageCodePermissions(settings),
    strategy: hasMatrix ? { 'fail-fast': false, matrix: { include: rows(buildRunners) } } : undefined,
    outputs: artifactOutput(settings),
    steps: [
      checkout(settings),
      setUpPython(pins, build.runsOnToolsPython ? TOOLS_PYTHON : expression('inputs.python_version')),
      nameArtifact(),
      ...(build.tool ? takeOverTools(settings) : []),
      ...steps.beforeBuild,
      ...runPackageCode(settings, {
        name: 'Build',
        ...build,
        env: { ...build.env, ...(hasMatrix && { BUILD_SDIST: expression('matrix.sdist') }) },
        commands: ['rm -rf dist', hasMatrix ? onEachRunner(build) : build.command],
      }),
      ...steps.afterBuild,
      requireFiles(),
      uploadFiles(settings, packageFolder('/dist/')),
    ],
  };
}

function onEachRunner({ command, wheelsOnly }: BuildRecipe): string {
  if (wheelsOnly === undefined) return command;
  return `if [[ "$BUILD_SDIST" == true ]]; then\n${indented(command)}\nelse\n${indented(wheelsOnly)}\nfi`;
}

function indented(text: string): string {
  return text.replace(/^/gm, '  ');
}

/** The same sdist would come out of each of them, so that the first one makes it. */
function rows(runners: string[]): Matrix['include'] {
  return runners.map((runner, index) => ({ runner, row: index + 1, sdist: index === 0 }));
}

/** Bash is on every runner. */
function requireFiles(): Step {
  return {
    name: 'Require files in dist/',
    'working-directory': packageFolder(),
    run: REQUIRE_FILES,
  };
}
