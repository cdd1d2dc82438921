import type { Field } from './field';
import type { Implied } from './simplify';

/** Where the characters of a part go to: the value of a key, maybe written otherwise there. */
export type Feed = string | { readonly key: string; readonly write: (char: string) => string };

/** A part of a request. What several keys are made of stands once, and feeds all of them. */
export type Segment =
  | { readonly text: string; readonly to: readonly Feed[] }
  | { readonly name: string; readonly field: Field; readonly sample: string; readonly to: readonly Feed[] }
  | { readonly name: string; readonly choice: readonly string[]; readonly to: readonly Feed[] };

/** All requests of one make: their parts in the order in which their keys can be read. */
export interface Script {
  readonly name: string;
  readonly segments: readonly Segment[];
  /** Whether these requests have no such key. What they neither have nor lack is not in the model. */
  readonly lacks: (key: string) => boolean;
  readonly implied?: Implied;
}

/** One request. */
export interface Example {
  readonly script: string;
  /** What was chosen, by the names of the parts. */
  readonly parts: Readonly<Record<string, string>>;
  /** Values by key. */
  readonly values: Readonly<Record<string, string>>;
}

export const keyOf = (feed: Feed): string => (typeof feed === 'string' ? feed : feed.key);
export const written = (feed: Feed, text: string): string =>
  typeof feed === 'string' ? text : [...text].map(feed.write).join('');

export function keysOf({ segments }: Script): Set<string> {
  return new Set(segments.flatMap(({ to }) => to.map(keyOf)));
}

/** A request of one make and after it one of another: who asks, and for what. */
export function joined(first: Script, second: Script): Script {
  return {
    name: `${first.name}, ${second.name}`,
    segments: [...first.segments, ...second.segments],
    lacks: (key) => first.lacks(key) || second.lacks(key),
    implied: second.implied,
  };
}

/** The request with these parts; the others as they usually are. */
export function exampleOf(script: Script, chosen: Readonly<Record<string, string>>): Example {
  const parts: Record<string, string> = {};
  const values: Record<string, string> = {};
  for (const segment of script.segments) {
    const text = 'text' in segment ? segment.text : (chosen[segment.name] ?? usual(segment));
    if (!('text' in segment)) parts[segment.name] = text;
    for (const feed of segment.to) values[keyOf(feed)] = (values[keyOf(feed)] ?? '') + written(feed, text);
  }
  return { script: script.name, parts, values };
}

function usual(segment: Exclude<Segment, { text: string }>): string {
  return 'choice' in segment ? (segment.choice[0] as string) : segment.sample;
}
