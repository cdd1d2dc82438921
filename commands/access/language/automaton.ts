import { type Element, MANY, MANY_OF_PART, ONE, ONE_OF_PART, type Pattern } from './pattern';

/** A set of languages, a bit for each. */
export type Languages = bigint;

const NONE = 0n;

/** What may still follow; nodes that say the same are one. */
interface Node {
  readonly id: number;
  readonly loop?: typeof MANY | typeof MANY_OF_PART;
  readonly edges: ReadonlyMap<Element, Node>;
  /** The languages of texts that end here. */
  readonly ends: Languages;
  /** Those of texts that end here or later. */
  readonly reach: Languages;
}

/** Where a text has got to in all languages at once. */
export interface State {
  readonly id: number;
  readonly nodes: readonly Node[];
  /** The languages that the text is in if it ends here. */
  readonly accepted: Languages;
  /** Those that it is in whatever follows, and those that it can still be in. */
  readonly certain: Languages;
  readonly possible: Languages;
  /** The same for all states of which the same is certain and possible. */
  readonly verdict: number;
  /** Characters that lead elsewhere than all others do. */
  readonly telling: ReadonlySet<string>;
  readonly next: Map<string, State>;
}

interface Branch {
  readonly branches: Map<Element, Branch>;
  ends: Languages;
}

/**
 * Several languages of IAM's patterns over the same text, read together: a tree of all patterns whose equal
 * branches are one, and its subsets, which are made as a search comes to them.
 */
export class Automaton {
  private readonly root: Branch = { branches: new Map(), ends: NONE };
  private readonly nodes = new Map<string, Node>();
  private readonly states = new Map<string, State>();
  private readonly verdicts = new Map<string, number>();
  private first?: State;
  private count = 0;

  /** Adds a language, before the first text is read. */
  public add(patterns: readonly Pattern[]): Languages {
    const bit = 1n << BigInt(this.count++);
    for (const pattern of patterns) {
      let at = this.root;
      for (const element of pattern) {
        const below: Branch = at.branches.get(element) ?? { branches: new Map(), ends: NONE };
        at.branches.set(element, below);
        at = below;
      }
      at.ends |= bit;
    }
    return bit;
  }

  public get start(): State {
    this.first ??= this.stateOf([this.nodeOf(this.root)], NONE);
    return this.first;
  }

  public step(state: State, char: string): State {
    const known = state.next.get(char);
    if (known) return known;
    const reached: Node[] = [];
    for (const node of state.nodes) {
      if (node.loop === MANY || (node.loop && char !== ':')) reached.push(node);
      for (const element of char === ':' ? [char, ONE] : [char, ONE, ONE_OF_PART]) {
        const next = node.edges.get(element);
        if (next) reached.push(next);
      }
    }
    const next = this.stateOf(reached, state.certain);
    state.next.set(char, next);
    return next;
  }

  /** The state of a text that has ended: only what it is in counts. */
  public endOf({ accepted }: State): State {
    const key = `end|${accepted}`;
    const known = this.states.get(key);
    if (known) return known;
    const state: State = {
      id: this.states.size,
      nodes: [],
      accepted,
      certain: accepted,
      possible: accepted,
      verdict: this.verdictOf(accepted, accepted),
      telling: new Set(),
      next: new Map(),
    };
    this.states.set(key, state);
    return state;
  }

  private verdictOf(certain: Languages, possible: Languages): number {
    const key = `${certain}/${possible}`;
    const verdict = this.verdicts.get(key) ?? this.verdicts.size;
    this.verdicts.set(key, verdict);
    return verdict;
  }

  private nodeOf({ branches, ends }: Branch, loop?: Node['loop']): Node {
    const edges = new Map<Element, Node>();
    const isLoop = (element: Element) => element === MANY || element === MANY_OF_PART;
    for (const [element, below] of branches) {
      edges.set(element, this.nodeOf(below, isLoop(element) ? (element as Node['loop']) : undefined));
    }
    const sorted = [...edges].sort(([a], [b]) => (a < b ? -1 : 1));
    const key = `${loop ?? ''}|${ends}|${sorted.map(([element, { id }]) => `${element}>${id}`).join()}`;
    const known = this.nodes.get(key);
    if (known) return known;
    const reach = sorted.reduce((all, [, below]) => all | below.reach, ends);
    const node = { id: this.nodes.size, loop, edges, ends, reach };
    this.nodes.set(key, node);
    return node;
  }

  /** Follows what needs no character, and forgets what can add nothing any more. */
  private stateOf(reached: readonly Node[], before: Languages): State {
    const all = new Set<Node>();
    const enter = (node: Node) => {
      if (all.has(node)) return;
      all.add(node);
      for (const wildcard of [MANY, MANY_OF_PART]) {
        const behind = node.edges.get(wildcard);
        if (behind) enter(behind);
      }
    };
    for (const node of reached) enter(node);
    let certain = before;
    for (const { loop, ends } of all) if (loop === MANY) certain |= ends;
    const nodes = [...all].filter(({ reach }) => (reach & ~certain) !== NONE).sort((a, b) => a.id - b.id);
    const key = `${certain}|${nodes.map(({ id }) => id).join()}`;
    const known = this.states.get(key);
    if (known) return known;
    const possible = nodes.reduce((sum, { reach }) => sum | reach, certain);
    const state: State = {
      id: this.states.size,
      nodes,
      certain,
      verdict: this.verdictOf(certain, possible),
      accepted: nodes.reduce((sum, { ends }) => sum | ends, certain),
      possible,
      telling: new Set(
        nodes.flatMap(({ edges }) => [...edges.keys()].filter((e) => e.length <= 2 && [...e].length === 1)),
      ),
      next: new Map(),
    };
    this.states.set(key, state);
    return state;
  }
}
