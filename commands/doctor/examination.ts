import { Refusal } from '../../evaluation/refusal';
import { CannotLook } from '../programs';
import type { FindingId } from './findings';

/** One thing that was looked at, and what was seen. */
export type Seen =
  | { readonly state: 'right'; readonly subject: string; readonly what: string }
  | {
      readonly state: 'finding';
      readonly subject: string;
      readonly what: string;
      readonly id: FindingId;
      /** What is, and what should be. */
      readonly says: string;
      /** What to do. */
      readonly remedy: string;
    }
  | { readonly state: 'unseen'; readonly subject: string; readonly what: string; readonly why: string };

/** A fault, as the one who looks reports it. */
export interface Fault {
  readonly id: FindingId;
  readonly says: string;
  readonly remedy: string;
}

/** All that was looked at. */
export class Examination {
  private readonly slots: Seen[][] = [];

  public constructor(private readonly progress: (text: string) => void) {}

  /** What belongs together, in the order in which it was asked for, whatever answered first. */
  public get seen(): Seen[] {
    const bySubject = new Map<string, Seen[]>();
    for (const one of this.slots.flat())
      bySubject.set(one.subject, [...(bySubject.get(one.subject) ?? []), one]);
    return [...bySubject.values()].flat();
  }

  /**
   * Looks at one thing of a subject; where there is no fault, it is right. What keeps from looking, be it a missing
   * right, is said, and is no finding.
   */
  public async look(
    subject: string,
    what: string,
    faults: () => Promise<readonly (Fault | undefined)[]>,
  ): Promise<void> {
    const slot: Seen[] = [];
    this.slots.push(slot);
    this.progress(`${subject}: ${what} …`);
    try {
      const found = (await faults()).filter((fault) => fault !== undefined);
      slot.push(...found.map((fault) => ({ state: 'finding', subject, what, ...fault }) as const));
      if (found.length === 0) slot.push({ state: 'right', subject, what });
    } catch (error) {
      if (!(error instanceof CannotLook || error instanceof Refusal)) throw error;
      slot.push({ state: 'unseen', subject, what, why: error.message });
    }
  }

  public unseen(subject: string, what: string, why: string): void {
    this.slots.push([{ state: 'unseen', subject, what, why }]);
  }
}
