import type { IConstruct } from 'constructs';
import { invalidInput } from '../../private/invalid-input';
import { checkRunnerLabel } from '../options/runner';
import type { PublishWorkflowProps } from '../options/workflow-options';
import { checkText } from './limits';
import { refusedOnServer, runsOnServer } from './server';

const LABELS = "labels of runners that differ, as in 'ubuntu-24.04' and 'windows-2025'";

/** The runners that build; throws for a list of none, one twice, no label, and a build that is the same on each. */
export function buildRunners(scope: IConstruct, props: PublishWorkflowProps): string[] {
  const { buildRunners: given, buildCommand } = props;
  if (given === undefined) return [];
  if (runsOnServer(props)) {
    throw refusedOnServer(
      scope,
      'buildRunners',
      given,
      'its artifacts have neither ids nor folders of their own, so that files of one name would be mixed',
      'https://github.com/actions/download-artifact#readme',
    );
  }
  const reason = problemOf(given, buildCommand?._render().isSdistOnly);
  if (reason) throw invalidInput({ property: 'buildRunners', given, reason, allowed: LABELS }, scope);
  return given.map((label) => {
    checkText(scope, 'buildRunners', label, LABELS);
    checkRunnerLabel('buildRunners', label, undefined, scope);
    return label;
  });
}

function problemOf(given: string[], isSdistOnly?: boolean): string | undefined {
  if (given.length === 0) return 'is empty, so that nothing would be built';
  if (new Set(given).size < given.length) return 'has a label twice';
  return isSdistOnly ? 'is for wheels, and this build command makes an sdist only' : undefined;
}
