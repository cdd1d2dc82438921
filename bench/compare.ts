import { type Interval, middleOf, ratioOf, seededRandom, shuffled } from './interval';
import type { Measurement, Program } from './programs';

/** What is measured of two programs that make the same resources. */
export interface Compared {
  readonly measure: 'time, ms' | 'CPU, ms' | 'memory, MiB';
  /** The middle of all rounds. */
  readonly byHand: number;
  readonly ours: number;
  readonly ratio: Interval;
  /** The ratio of a program to itself. */
  readonly toItself: Interval;
}

/** Rounds come in batches, until the time counts or this many are over. */
export interface Rounds {
  readonly batch: number;
  readonly most: number;
}

const MEASURES: [Compared['measure'], (measurement: Measurement) => number][] = [
  ['time, ms', ({ milliseconds }) => milliseconds],
  ['CPU, ms', ({ cpuMilliseconds }) => cpuMilliseconds],
  ['memory, MiB', ({ kibibytes }) => kibibytes / 1024],
];

interface Round {
  readonly byHand: Measurement;
  readonly byHandAgain: Measurement;
  readonly ours: Measurement;
}

/**
 * Compares whole processes: in each round, the program by hand twice and ours once, in shuffled order, so that what
 * the machine does meanwhile falls on all alike.
 *
 * How long it goes on is told by the comparison of the program by hand with itself alone, never by ours.
 */
export function compare(byHand: Program, ours: Program, count: number, { batch, most }: Rounds): Compared[] {
  const random = seededRandom(count);
  const rounds: Round[] = [];
  // The first of each reads its files for all that follow.
  byHand.measure(count);
  ours.measure(count);
  let compared: Compared[] = [];
  while (rounds.length < most && !compared.some((row) => row.measure === 'time, ms' && counts(row))) {
    for (let left = batch; left > 0; left--) rounds.push(playRound(byHand, ours, count, random));
    compared = MEASURES.map(([measure, of]) => comparedBy(measure, of, rounds, random));
  }
  return compared;
}

/** Whether a figure says anything: the same program is found to be the same, and that within one per cent. */
export function counts({ toItself: { low, high } }: Compared): boolean {
  return low >= 0.99 && low <= 1 && high >= 1 && high <= 1.01;
}

function playRound(byHand: Program, ours: Program, count: number, random: () => number): Round {
  const round: Partial<Record<keyof Round, Measurement>> = {};
  const programs: [keyof Round, Program][] = [
    ['byHand', byHand],
    ['byHandAgain', byHand],
    ['ours', ours],
  ];
  for (const [name, program] of shuffled(programs, random)) round[name] = program.measure(count);
  return round as Round;
}

function comparedBy(
  measure: Compared['measure'],
  of: (measurement: Measurement) => number,
  rounds: Round[],
  random: () => number,
): Compared {
  const own = (round: Round) => of(round.ours);
  const hand = (round: Round) => Math.sqrt(of(round.byHand) * of(round.byHandAgain));
  return {
    measure,
    byHand: middleOf(rounds.map(hand)),
    ours: middleOf(rounds.map(own)),
    ratio: ratioOf(
      rounds.map((round) => own(round) / hand(round)),
      random,
    ),
    toItself: ratioOf(
      rounds.map((round) => of(round.byHandAgain) / of(round.byHand)),
      random,
    ),
  };
}
