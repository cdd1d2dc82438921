import { automatonOf, type Match } from './automata';
import type { Automaton, Languages, State } from './automaton';
import { type Field, isValueOf } from './field';
import { evaluate, type Formula, textOf } from './formula';
import { type Example, exampleOf, keyOf, type Script, type Segment, written } from './script';

export interface SearchOptions {
  /** How many states are looked at before it is given up. */
  readonly limit: number;
  /** Values to try alone, by the name of the part. */
  readonly usual?: Readonly<Record<string, readonly string[]>>;
}

export type Outcome = { readonly found: Example } | 'none' | 'too many states';

/** A key as the formula reads it, letters' case aside or not. */
interface Track {
  readonly key: string;
  readonly ignoresCase: boolean;
  readonly automaton: Automaton;
  /** The segment behind which nothing is written any more. */
  readonly end: number;
}

interface Place {
  readonly segment: number;
  readonly field: string;
  readonly tracks: readonly State[];
  readonly before?: Place;
  /** What was read to get here. */
  readonly read: string;
}

/**
 * Finds a shortest request of a script for which a formula holds, or that there is none. It is exact: characters
 * that lead to the same everywhere are tried once, and what can hold no more is left alone.
 *
 * The formula has no leaf but `matches`, on keys of the script.
 */
export function search(script: Script, formula: Formula, options: SearchOptions): Outcome {
  return new Search(script, formula, options).run();
}

/** Usual values that this part can have; an example with any other would be none. */
function valid(segment: Segment, values: readonly string[]): readonly string[] {
  if ('choice' in segment) return segment.choice;
  return 'field' in segment ? values.filter((value) => isValueOf(segment.field, value)) : [];
}

class Search {
  private readonly tracks: Track[] = [];
  private readonly bits = new Map<string, { track: number; bit: Languages }>();
  private readonly segments: readonly Segment[];
  private readonly verdicts = new Map<string, boolean | undefined>();
  private readonly seen = new Set<string>();
  private readonly feeds: { track: number; write: (text: string) => string }[][];
  private waiting: Place[] = [];

  public constructor(
    private readonly script: Script,
    private readonly formula: Formula,
    private readonly options: SearchOptions,
  ) {
    const usual = options.usual ?? {};
    this.segments = script.segments.map((segment) =>
      'name' in segment && Object.hasOwn(usual, segment.name)
        ? {
            name: segment.name,
            choice: valid(segment, usual[segment.name] as readonly string[]),
            to: segment.to,
          }
        : segment,
    );
    this.follow(formula);
    this.feeds = this.segments.map(({ to }) =>
      to.flatMap((feed) =>
        this.tracks.flatMap(({ key, ignoresCase }, track) => {
          if (key !== keyOf(feed)) return [];
          const write = (text: string) =>
            ignoresCase ? written(feed, text).toLowerCase() : written(feed, text);
          return [{ track, write }];
        }),
      ),
    );
  }

  public run(): Outcome {
    this.enter({
      segment: 0,
      field: '',
      tracks: this.tracks.map(({ automaton }) => automaton.start),
      read: '',
    });
    while (this.waiting.length > 0) {
      const places = this.waiting;
      this.waiting = [];
      for (const place of places) {
        if (place.segment === this.segments.length) return { found: this.exampleAt(place) };
        if (this.seen.size > this.options.limit) return 'too many states';
        this.goOn(place);
      }
    }
    return 'none';
  }

  /** A track for each key, letters' case aside or not. */
  private follow(formula: Formula): void {
    const leaves = new Map<string, Match[]>();
    collect(formula, (leaf) => {
      const kind = `${leaf.key}|${leaf.ignoresCase ?? false}`;
      leaves.set(kind, [...(leaves.get(kind) ?? []), leaf]);
    });
    for (const those of leaves.values()) {
      const { key, ignoresCase = false } = those[0] as Match;
      const { automaton, bits } = automatonOf(those);
      const end = this.segments.map(({ to }) => to.map(keyOf).includes(key)).lastIndexOf(true);
      const track = this.tracks.push({ key, ignoresCase, automaton, end }) - 1;
      for (const [text, bit] of bits) this.bits.set(text, { track, bit });
    }
  }

  /** Reads what has no choice in it, and waits at what has, unless the formula can't hold any more. */
  private enter(place: Place): void {
    let { segment, tracks } = place;
    for (; segment < this.segments.length; segment++) {
      const at = this.segments[segment] as Segment;
      const isIdle = (this.feeds[segment] as unknown[]).length === 0;
      if (!('text' in at) && !isIdle) break;
      if ('text' in at) tracks = this.fed(tracks, segment, at.text);
      tracks = this.close(tracks, segment);
    }
    const at = this.segments[segment];
    const field = at && 'field' in at ? at.field.start : '';
    this.wait({ ...place, segment, tracks, field });
  }

  private wait(place: Place): void {
    const key = `${place.segment}|${place.field}|${place.tracks.map(({ id }) => id).join()}`;
    if (this.seen.has(key)) return;
    this.seen.add(key);
    const verdict = this.verdict(place.tracks);
    if (verdict === false) return;
    if (place.segment < this.segments.length || verdict) this.waiting.push(place);
  }

  private goOn(place: Place): void {
    const segment = this.segments[place.segment] as Exclude<Segment, { text: string }>;
    if ('choice' in segment) {
      for (const read of segment.choice) this.leave(place, this.fed(place.tracks, place.segment, read), read);
      return;
    }
    const { field } = segment;
    if (field.accepts(place.field)) this.leave(place, place.tracks, '');
    for (const char of this.tellingChars(place, field)) {
      const next = field.step(place.field, char);
      if (next === undefined) continue;
      const tracks = this.fed(place.tracks, place.segment, char);
      this.wait({ segment: place.segment, field: next, tracks, before: place, read: char });
    }
  }

  private leave(place: Place, fed: readonly State[], read: string): void {
    const tracks = this.close(fed, place.segment);
    this.enter({ segment: place.segment + 1, field: '', tracks, before: place, read });
  }

  /** Of each group those characters that a pattern waits for, and one of all the others. */
  private tellingChars({ segment, tracks }: Place, { groups }: Field): string[] {
    const telling = new Set<string>();
    for (const { track } of this.feeds[segment] as { track: number }[]) {
      for (const char of (tracks[track] as State).telling) {
        telling.add(char);
        if (this.tracks[track]?.ignoresCase) telling.add(char.toUpperCase());
      }
    }
    const chars = [...telling];
    for (const group of groups) {
      for (const char of group) {
        if (telling.has(char)) continue;
        chars.push(char);
        break;
      }
    }
    return chars;
  }

  private fed(tracks: readonly State[], segment: number, text: string): readonly State[] {
    const next = [...tracks];
    for (const { track, write } of this.feeds[segment] as Search['feeds'][number]) {
      const { automaton } = this.tracks[track] as Track;
      for (const char of write(text)) next[track] = automaton.step(next[track] as State, char);
    }
    return next;
  }

  /** Of a value that is whole, only what it matches counts. */
  private close(tracks: readonly State[], segment: number): readonly State[] {
    if (!this.tracks.some(({ end }) => end === segment)) return tracks;
    return tracks.map((state, index) => {
      const { end, automaton } = this.tracks[index] as Track;
      return end === segment ? automaton.endOf(state) : state;
    });
  }

  private verdict(tracks: readonly State[]): boolean | undefined {
    const key = tracks.map(({ verdict }) => verdict).join();
    if (this.verdicts.has(key)) return this.verdicts.get(key);
    const verdict = evaluate(this.formula, (leaf) => {
      const { track, bit } = this.bits.get(textOf(leaf)) as { track: number; bit: Languages };
      const { certain, possible } = tracks[track] as State;
      return (certain & bit) !== 0n ? true : (possible & bit) === 0n ? false : undefined;
    });
    this.verdicts.set(key, verdict);
    return verdict;
  }

  private exampleAt(place: Place): Example {
    const parts: Record<string, string> = {};
    for (let at = place; at.before; at = at.before) {
      const segment = this.segments[at.before.segment] as { name: string };
      parts[segment.name] = at.read + (parts[segment.name] ?? '');
    }
    return exampleOf(this.script, parts);
  }
}

function collect(formula: Formula, take: (leaf: Match) => void): void {
  if (formula.is === 'all' || formula.is === 'any') for (const one of formula.of) collect(one, take);
  else if (formula.is === 'not') collect(formula.of, take);
  else if (formula.is === 'matches') take(formula);
}
