import { Dependable, type IConstruct } from 'constructs';
import { wholeAround } from '../environment';

interface Act {
  readonly construct: IConstruct;
  readonly act: () => void;
}

const actsOf = new WeakMap<IConstruct, Act[]>();

/**
 * Acts at each synthesis when all Aspects have run, and before anything of the tree is resolved: that is when CDK
 * asks every construct what it depends on. A reference that is made then can still cross stacks. For a construct that
 * was removed from the tree, nothing is done.
 */
export function afterAspects(construct: IConstruct, act: () => void): void {
  const whole = wholeAround(construct);
  const acts = actsOf.get(whole) ?? actAtSynthesis(whole);
  acts.push({ construct, act });
}

/** CDK asks a Stage before all that is in it. */
function actAtSynthesis(whole: IConstruct): Act[] {
  const acts: Act[] = [];
  const dependable = {};
  Dependable.implement(dependable, {
    get dependencyRoots() {
      for (const { construct, act } of acts) if (isIn(whole, construct)) act();
      return [];
    },
  });
  whole.node.addDependency(dependable);
  actsOf.set(whole, acts);
  return acts;
}

function isIn(whole: IConstruct, construct: IConstruct): boolean {
  if (construct === whole) return true;
  const { scope, id } = construct.node;
  return scope?.node.tryFindChild(id) === construct && isIn(whole, scope);
}
