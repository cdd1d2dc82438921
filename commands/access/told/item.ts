import type { Formula } from '../language/formula';

/** A piece of those who get in, in words. */
export interface Item {
  readonly formula: Formula;
  readonly who: string;
  /** What stands before who it is. */
  readonly before: string;
  readonly when: string;
  readonly further: string;
  /** Who else gets in by it, without any policy saying so. */
  readonly widening: readonly string[];
  /** Parts of an example that go together. */
  readonly parts?: Readonly<Record<string, readonly string[]>>;
}

/** A piece of what they may do it to, in words. */
export interface Target {
  readonly formula: Formula;
  readonly what: string;
}

/** One sentence for one or more pieces that differ in who, or in when. */
export function sentence({
  before,
  who,
  when,
  further,
}: Pick<Item, 'before' | 'who' | 'when' | 'further'>): string {
  return [`${before}${who}`, when, further && `(${further})`].filter(Boolean).join(' ');
}

/** Pieces that say the same but for when, and then those that say the same but for who, in one sentence each. */
export function sentences(items: readonly Words[]): string[] {
  const byWhen = merged(
    together(items),
    ({ before, when, further }) => [before, when, further].join('\n'),
    (same) => ({
      ...(same[0] as Words),
      who: joined(
        same.map(({ who }) => who),
        ', ',
      ),
    }),
  );
  return byWhen.map(sentence).sort();
}

/** Pieces that say the same but for when, as one. */
export function together(items: readonly Words[]): Words[] {
  return merged(
    items,
    ({ before, who, further }) => [before, who, further].join('\n'),
    (same) => ({
      ...(same[0] as Words),
      when: joined(
        same.map(({ when }) => when),
        ' or ',
      ),
    }),
  );
}

/** What stands in a sentence. */
export type Words = Pick<Item, 'before' | 'who' | 'when' | 'further'>;

function merged(
  items: readonly Words[],
  key: (item: Words) => string,
  merge: (same: Words[]) => Words,
): Words[] {
  const groups = new Map<string, Words[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return [...groups.values()].map(merge);
}

const joined = (texts: string[], separator: string) => [...new Set(texts)].sort().join(separator);
