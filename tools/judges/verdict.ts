import type { Finding } from './finding';

/** What one judge says of all that it read. */
export interface Verdict {
  readonly judge: string;
  readonly version: string;
  /** What it read, with numbers. */
  readonly read: string;
  readonly findings: readonly Finding[];
  /** What it found in an input that was broken on purpose. Nothing is a fault of the judge, or of how it is asked. */
  readonly bites: readonly Finding[];
}
