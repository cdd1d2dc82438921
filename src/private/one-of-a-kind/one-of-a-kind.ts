import { Annotations, Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { wholeAround } from '../environment';
import { type NamedResource, type Naming, namedResources, pathOf } from './named-resources';

/** A kind of resource of which an account has one of each name. */
export interface UniqueKind extends Naming {
  /** Whether each Region of an account has one. */
  readonly isRegional: boolean;
  /** A name as AWS compares it. */
  readonly comparable?: (name: string) => string;
  /** What two constructs would both make: "the role publisher". */
  readonly what: (name: string) => string;
  /** A clause: "an account has one of each name". */
  readonly rule: string;
  /** What to write, where one gives way to another that stays. */
  readonly instead: (givesWay: UniqueResource, stays: UniqueResource) => string;
  readonly see: string;
}

export type UniqueResource = NamedResource<UniqueKind>;

/**
 * Fails synthesis where something in the app would make the same resource as a construct of ours, whatever class
 * it is of: AWS refuses the second one in the middle of a deployment.
 */
export function refuseSecond(construct: IConstruct, kind: UniqueKind): void {
  const { root, defaultChild } = construct.node;
  if (!defaultChild) return;
  const app = apps.get(root) ?? new UniqueResources();
  apps.set(root, app);
  app.add(defaultChild, kind);
  app.judge(wholeAround(construct));
  app.judge(root);
}

const apps = new WeakMap<IConstruct, UniqueResources>();

/**
 * The resources of an app of which there can be one only.
 *
 * They are compared when the app is whole. But a Stage may be synthesized before that, and what is said of it then
 * is all that is ever said of it. So each Stage with a construct of ours is judged by itself when it is synthesized,
 * after its Aspects, and the app reads what is left.
 */
class UniqueResources {
  private readonly ours = new Set<IConstruct>();
  private readonly kinds = new Set<UniqueKind>();
  /** The app and its Stages, each with what was read of it and of no other. */
  private readonly parts = new Map<IConstruct, Part>();

  public add(resource: IConstruct, kind: UniqueKind): void {
    this.ours.add(resource);
    this.kinds.add(kind);
  }

  public judge(part: IConstruct): void {
    if (this.parts.has(part)) return;
    this.parts.set(part, NOT_READ);
    part.node.addValidation({ validate: () => this.problemsIn(part) });
  }

  private problemsIn(part: IConstruct): string[] {
    this.parts.set(part, NOT_READ);
    const isWhole = part === part.node.root;
    const before: Groups = new Map();
    for (const [earlier, judged] of this.parts) {
      // A Stage may come before the first construct of a kind, which was not looked for then.
      if (judged.kinds < this.kinds.size) this.parts.set(earlier, { ...judged, ...this.read(earlier) });
      for (const resource of this.parts.get(earlier)?.resources ?? []) addTo(before, resource);
    }
    const fresh = this.read(part);
    const { resources } = fresh;
    const [inside, across]: [string[], string[]] = [[], []];
    for (const second of resources) {
      const others = (before.get(keyOf(second)) ?? []).filter((other) => this.isSecond(second, other));
      const first = others.find((other) => !other.isConditional) ?? others[0];
      if (first) (resources.includes(first) ? inside : across).push(...this.judgePair(part, first, second));
      addTo(before, second);
    }
    this.parts.set(part, { ...fresh, across });
    return isWhole ? [...[...this.parts.values()].flatMap((judged) => judged.across), ...inside] : inside;
  }

  private read(part: IConstruct): Omit<Part, 'across'> {
    return { kinds: this.kinds.size, resources: namedResources(part, this.kinds, this.parts) };
  }

  private isSecond(second: UniqueResource, first: UniqueResource): boolean {
    const isOurs = this.ours.has(first.resource) || this.ours.has(second.resource);
    return isOurs && areInOnePlace(first, second);
  }

  private judgePair(part: IConstruct, first: UniqueResource, second: UniqueResource): string[] {
    const [givesWay, stays] = this.ours.has(second.resource) ? [second, first] : [first, second];
    const { what, rule, instead, see } = second.naming;
    const problem = `${pathOf(first)} and ${pathOf(second)} would both make ${what(second.name)}, and ${rule}`;
    const advice = `${instead(givesWay, stays)}. See ${see}`;
    if (!first.isConditional && !second.isConditional) return [`${problem}. Write instead: ${advice}`];
    // What is said of a Stage that was synthesized before is heard by nobody.
    const isOpen = ({ resource }: UniqueResource) => wholeAround(resource) === part;
    const place = isOpen(givesWay) || !isOpen(stays) ? givesWay : stays;
    Annotations.of(place.resource).addWarningV2(
      'cdk-python-artifact-pipeline:second-unless-condition',
      `${problem}, unless a condition leaves one of them out. Where both can be made, write instead: ${advice}`,
    );
    return [];
  }
}

interface Part {
  readonly kinds: number;
  readonly resources: UniqueResource[];
  /** Errors that wait until the app is whole. */
  readonly across: string[];
}

const NOT_READ: Part = { kinds: Number.POSITIVE_INFINITY, resources: [], across: [] };

type Groups = Map<string, UniqueResource[]>;

function addTo(groups: Groups, resource: UniqueResource): void {
  const key = keyOf(resource);
  const group = groups.get(key);
  if (group) group.push(resource);
  else groups.set(key, [resource]);
}

function keyOf({ naming, name, template }: UniqueResource): string {
  const { comparable = (text) => text, types } = naming;
  return template === undefined ? `${types[0]} ${comparable(name)}` : `${types[0]} ${template} ${name}`;
}

/** Whether two resources are known to be in one account, and in one Region where that makes a difference. */
function areInOnePlace({ stack, naming }: UniqueResource, other: UniqueResource): boolean {
  if (stack === other.stack) return true;
  if (!isKnownToBe(stack.account, other.stack.account)) return false;
  return !naming.isRegional || isKnownToBe(stack.region, other.stack.region);
}

function isKnownToBe(one: string, other: string): boolean {
  return one === other && !Token.isUnresolved(one);
}
