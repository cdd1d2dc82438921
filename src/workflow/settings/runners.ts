import type { IConstruct } from 'constructs';
import { invalidInput } from '../../private/invalid-input';
import type { RunsOn } from '../language/model';
import { checkRunnerLabel, Runner, type RunnerChoice } from '../options/runner';
import type { PublishWorkflowOptions } from '../options/workflow-options';
import { checkText } from './limits';

/** What GitHub has by itself, with bash, the AWS CLI and git. */
const HOSTED = Runner.labels('ubuntu-24.04');

/** The runners of a workflow, as they stand behind `runs-on:`. */
export interface RunnerSettings {
  /** Of the jobs that run the package's own code. */
  readonly build: RunsOn;
  /** Of the jobs that run none of it. */
  readonly publish: RunsOn;
  /** The self-hosted ones that are not said to be gone after a job, as their users wrote them. */
  readonly lasting: string[];
  /** Those that a judge takes for lasting ones, and that are said to be gone. */
  readonly ephemeral: RunsOn[];
}

/** Throws for a runner said twice, for one that no runner could be, and for one that the scripts do not run on. */
export function resolveRunners(scope: IConstruct, options: PublishWorkflowOptions): RunnerSettings {
  const build = buildRunner(scope, options);
  const publish = options.publishRunner ?? build;
  const choices = { runner: build._render(), publishRunner: publish._render() };
  refuseWindows(scope, options.runnerLabel === undefined ? 'runner' : 'runnerLabel', choices.runner);
  refuseWindows(scope, 'publishRunner', choices.publishRunner);
  return {
    build: runsOn(choices.runner),
    publish: runsOn(choices.publishRunner),
    ephemeral: Object.values(choices).filter(isSaidToBeGone).map(runsOn),
    lasting: [
      ...new Set([
        ...Object.values(choices)
          .filter(isLasting)
          .map(({ labels }) => labels.join(', ')),
        ...(options.buildRunners ?? []).filter(isSelfHosted),
      ]),
    ],
  };
}

function buildRunner(scope: IConstruct, { runner, runnerLabel }: PublishWorkflowOptions): Runner {
  if (runnerLabel === undefined) return runner ?? HOSTED;
  checkText(scope, 'runnerLabel', runnerLabel, 'the label of a runner');
  checkRunnerLabel('runnerLabel', runnerLabel, (labels) => `runner: Runner.labels(${labels})`, scope);
  if (runner === undefined) return Runner.labels(runnerLabel);
  throw invalidInput(
    {
      property: 'runnerLabel',
      given: runnerLabel,
      reason: 'stands beside runner, and a job has one of them',
      allowed: 'one of the two',
    },
    scope,
  );
}

/** The scripts are for bash, and take programs of an environment from its `bin`. */
function refuseWindows(scope: IConstruct, property: string, { labels }: RunnerChoice): void {
  const windows = labels.find((label) => /^windows(-|$)/i.test(label));
  if (windows === undefined) return;
  throw invalidInput(
    {
      property,
      given: windows,
      reason: 'is a label of Windows, which the scripts of these jobs do not run on',
      allowed: 'labels of Linux runners, with bash, the AWS CLI and git',
      see: 'https://docs.github.com/en/actions/reference/runners/github-hosted-runners',
    },
    scope,
  );
}

function isSaidToBeGone({ labels, group, isEphemeral }: RunnerChoice): boolean {
  return isEphemeral && (group !== undefined || isLasting({ labels, isEphemeral: false }));
}

function isLasting({ labels, isEphemeral }: RunnerChoice): boolean {
  return !isEphemeral && labels.some(isSelfHosted);
}

function isSelfHosted(label: string): boolean {
  return label.toLowerCase() === 'self-hosted';
}

function runsOn({ labels, group }: RunnerChoice): RunsOn {
  if (group !== undefined) return { group, ...(labels.length > 0 && { labels }) };
  return labels.length === 1 ? labels[0] : labels;
}
