import { Dependable, type IConstruct } from 'constructs';

/**
 * Acts at each synthesis when all Aspects have run, and before anything of the tree is resolved: that is when CDK
 * asks every construct what it depends on. A reference that is made then can still cross stacks.
 */
export function afterAspects(construct: IConstruct, act: () => void): void {
  const dependable = {};
  Dependable.implement(dependable, {
    get dependencyRoots() {
      act();
      return [];
    },
  });
  construct.node.addDependency(dependable);
}
