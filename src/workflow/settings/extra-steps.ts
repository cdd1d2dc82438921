import { Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { invalidInput } from '../../private/invalid-input';
import { checkKinds } from '../../private/kinds';
import { type ActionPins, checkActionVersion } from '../actions/action-pins';
import { ACTIONS, type ActionName, type PinnedAction } from '../actions/actions';
import type { Step } from '../language/model';
import { EXTRA_STEP_KINDS, STEP_KINDS } from '../options/option-kinds';
import type { ExtraSteps, WorkflowStep } from '../options/workflow-step';

/** The steps of a user at each point, checked and pinned. */
export type RenderedSteps = { readonly [P in keyof ExtraSteps]-?: Step[] };

const POINTS: (keyof ExtraSteps)[] = [
  'beforeTest',
  'beforeBuild',
  'afterBuild',
  'beforePublish',
  'afterPublish',
];

const NO_STEPS: RenderedSteps = {
  beforeTest: [],
  beforeBuild: [],
  afterBuild: [],
  beforePublish: [],
  afterPublish: [],
};

/**
 * Throws for a step that is neither a script nor an action, an expression in a script, an action that is not
 * pinned or does not take an input, and for sources in the job that publishes.
 */
export function renderSteps(scope: IConstruct, pins: ActionPins, given?: ExtraSteps): RenderedSteps {
  if (given === undefined) return NO_STEPS;
  checkKinds(scope, given, EXTRA_STEP_KINDS);
  return Object.fromEntries(
    POINTS.map((point) => [
      point,
      (given[point] ?? []).map((step) => {
        const property = `extraSteps ${point} ${JSON.stringify(step.name)}`;
        checkStep(scope, property, step, point.endsWith('Publish'));
        return renderStep(pins, step);
      }),
    ]),
  ) as RenderedSteps;
}

function renderStep(
  pins: ActionPins,
  { name, condition, uses, version, with: inputs, env, run }: WorkflowStep,
): Step {
  const [action, sha] = uses?.split('@') ?? [];
  return {
    name,
    if: condition,
    uses: uses && pins.pin(action, { sha, version: version ?? '' }),
    with: inputs,
    env,
    run,
  };
}

function checkStep(scope: IConstruct, property: string, step: WorkflowStep, publishes: boolean): void {
  checkKinds(scope, step, STEP_KINDS);
  if (step.uses !== undefined) checkActionVersion(scope, property, actionVersionOf(step));
  const reason = problemOf(step, publishes);
  if (!reason) return;
  throw invalidInput(
    {
      property,
      given: step,
      reason,
      allowed: 'a script without expressions, or an action at a commit with its version',
      see: 'https://docs.github.com/en/actions/reference/security/secure-use',
    },
    scope,
  );
}

function actionVersionOf({ uses = '', version = '' }: WorkflowStep) {
  return { sha: uses.split('@')[1] ?? uses, version };
}

function problemOf(step: WorkflowStep, publishes: boolean): string | undefined {
  if ((step.run === undefined) === (step.uses === undefined))
    return 'is either a script or an action, not both or none';
  if (Token.isUnresolved(JSON.stringify(step))) return 'has a part that only CloudFormation knows';
  if (step.run?.includes('${{')) {
    return "has '${{' in its script, whose value would become code; write it to env and read the variable";
  }
  const variable = Object.keys(step.env ?? {}).find((name) => !isVariable(name));
  if (variable !== undefined)
    return `sets the variable ${JSON.stringify(variable)}, and no variable has such a name`;
  const action = actionOf(step);
  if (publishes && action === 'actions/checkout') return 'brings sources into the job that publishes';
  const known: PinnedAction | undefined = Object.hasOwn(ACTIONS, action)
    ? ACTIONS[action as ActionName]
    : undefined;
  const unknown = known && Object.keys(step.with ?? {}).find((input) => !known.inputs.includes(input));
  return unknown && `gives ${action} the input ${unknown}, which it does not take`;
}

/** The repository of an action, whose name GitHub reads without regard to case and to slashes at its end. */
function actionOf({ uses = '' }: WorkflowStep): string {
  const parts = uses.split('@')[0].toLowerCase().split(/[/\\]/);
  return parts.filter(Boolean).slice(0, 2).join('/');
}

/** A name that a process can have a variable of. */
function isVariable(name: string): boolean {
  return /^[^=\s\p{Cc}]+$/u.test(name) && !name.includes('${{');
}
