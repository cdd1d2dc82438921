import { Refusal } from '../refusal';
import type { Policy } from './policy';
import { arnParts, matchesText } from './wildcard';

/** What AWS's service authorization reference says of an action. */
export interface ActionReference {
  /** ARN shapes with `*` for each variable; empty for an action that acts on no resource. */
  readonly resources: readonly string[];
  readonly conditionKeys: readonly string[];
}

/** Which actions exist, what they act on and which condition keys they know. */
export class Catalog {
  private readonly actions: ReadonlyMap<string, ActionReference>;

  /** Takes each action by its name with that of its service, for example `sts:GetServiceBearerToken`. */
  public constructor(actions: Readonly<Record<string, ActionReference>>) {
    this.actions = new Map(
      Object.entries(actions).map(([name, reference]) => [name.toLowerCase(), reference]),
    );
  }

  public conditionKeys(action: string): readonly string[] {
    return this.find(action).conditionKeys;
  }

  /** The shapes of what an action acts on. */
  public resources(action: string): readonly string[] {
    return this.find(action).resources;
  }

  /** Refuses an action that does not exist, and a resource it does not act on. */
  public check(action: string, resource: string): void {
    const { resources } = this.find(action);
    const fits = resources.length
      ? resources.some((shape) => matchesShape(shape, resource))
      : resource === '*';
    if (!fits) throw new Refusal(`${action} does not act on ${resource}`);
  }

  /** Actions of a policy that can never apply, because no resource of their statement is of a type they act on. */
  public idleActions(policy: Policy): string[] {
    const idle: string[] = [];
    for (const { actions, resources, label } of policy.statements) {
      for (const action of actions.filter((name) => !/[*?]/.test(name))) {
        const shapes = this.find(action).resources;
        const reachable = (resource: string) =>
          resource === '*' || shapes.some((shape) => overlaps(resource, shape));
        if (resources && !resources.some(reachable)) {
          idle.push(`${label}: ${action} does not act on ${resources.join(', ')}`);
        }
      }
    }
    return idle;
  }

  private find(action: string): ActionReference {
    const found = this.actions.get(action.toLowerCase());
    if (!found) throw new Refusal(`${action} is no action that AWS knows`);
    return found;
  }
}

function matchesShape(shape: string, arn: string): boolean {
  const shapeParts = arnParts(shape) ?? [];
  const parts = arnParts(arn);
  return !!parts && shapeParts.every((part, i) => matchesText(part, parts[i] ?? ''));
}

/** Whether a resource pattern can name anything of that shape; the type is the text before the first slash. */
function overlaps(pattern: string, shape: string): boolean {
  const type = (arn: string) => (arnParts(arn)?.[5] ?? '').split('/')[0] ?? '';
  return matchesText(type(pattern), type(shape));
}
