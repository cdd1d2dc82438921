import { expression } from '../language/expression';
import type { Step } from '../language/model';
import type { WorkflowSettings } from '../settings/settings';
import { script } from './scripts/script';

/** The output of the verify job that is `false` for a tag whose release is not meant. */
export const PUBLISH_OUTPUT = 'publish';

/** The condition of jobs that only a release needs; none where each run of the caller is one. */
export function onlyForReleases(settings: WorkflowSettings): string | undefined {
  const conditions = [
    refCondition(settings),
    meansSomeReleases(settings) && `needs.verify.outputs.${PUBLISH_OUTPUT} != 'false'`,
  ].filter((condition) => typeof condition === 'string');
  return conditions.length > 0 ? conditions.join(' && ') : undefined;
}

/** The output that the condition needs. */
export function publishOutput(settings: WorkflowSettings): Record<string, string> {
  return meansSomeReleases(settings)
    ? { [PUBLISH_OUTPUT]: expression(`steps.verify.outputs.${PUBLISH_OUTPUT}`) }
    : {};
}

/** Says in a run on another ref that nothing is published, and what would be. */
export function sayWhatPublishes(settings: WorkflowSettings): Step[] {
  const condition = refCondition(settings);
  if (condition === undefined) return [];
  const { tags = [], branches = [] } = settings.push;
  const refs = [...tags.map((tag) => `the tag ${tag}`), ...branches.map((branch) => `the branch ${branch}`)];
  return [
    {
      name: 'Say what publishes',
      if: `!(${condition})`,
      env: { PUBLISHES: refs.join(', ') },
      run: script(`
        echo "::notice title=Nothing is published::$GITHUB_REF is built and checked only. What publishes: $PUBLISHES."
      `),
    },
  ];
}

/**
 * Whether a run is on a ref of the trigger; nothing where the caller has no other runs. The role alone decides who may
 * publish: this keeps runs that it would refuse from failing.
 */
function refCondition({ push, publishBranches, otherStarts }: WorkflowSettings): string | undefined {
  const { workflowDispatch, pullRequests, branches } = otherStarts;
  if (!workflowDispatch && !pullRequests && branches.length === 0) return undefined;
  const refs = [
    ...(push.tags ? ["github.ref_type == 'tag'"] : []),
    ...publishBranches.map((name) => `github.ref == 'refs/heads/${name.replaceAll("'", "''")}'`),
  ].join(' || ');
  return `github.event_name != 'pull_request' && (${refs})`;
}

function meansSomeReleases({ tagPatterns }: WorkflowSettings): boolean {
  return tagPatterns.some((pattern) => !pattern.startsWith('all '));
}
