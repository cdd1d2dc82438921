import { type Door, Refused } from './door';
import type { Scene } from './scene';

export interface Case {
  /** A sentence. */
  readonly says: string;
  /** `allowed`, or the door and what its message has to say. */
  readonly expect: 'allowed' | readonly [Door, RegExp];
  /** What the answer rests on. */
  readonly because: string;
  /** Runs real programs, and takes seconds. */
  readonly slow?: boolean;
  /** Ends normally where it is allowed, throws Refused where it is not; any other error is a broken case. */
  readonly run: (scene: Scene) => Promise<unknown>;
}

export interface Outcome {
  readonly case: Case;
  readonly passed: boolean;
  /** What happened, in a line. */
  readonly got: string;
  readonly seconds: number;
  /** Requests that were decided meanwhile, with the statement each: shown where a case fails. */
  readonly requests: readonly string[];
}

export async function play(one: Case, scene: Scene): Promise<Outcome> {
  const began = Date.now();
  const { cloud } = scene.stage;
  const before = cloud.decisions;
  let refusal: Refused | undefined;
  let broken: unknown;
  try {
    await one.run(scene);
  } catch (error) {
    if (error instanceof Refused) refusal = error;
    else broken = error;
  }
  // A slow case plays elsewhere, beside others: its own log says what it saw.
  const recent = one.slow || before === cloud.decisions ? [] : cloud.log.slice(before - cloud.decisions);
  const requests = recent.map(({ who, action, resource, decision }) => {
    const why = decision.statement ?? decision.considered.join('; ');
    return `${who} -> ${action} on ${resource}: ${decision.allowed ? 'allowed' : 'refused'}, ${decision.because} [${why}]`;
  });
  const got = broken
    ? `broken: ${String(broken)}`
    : refusal
      ? `${refusal.door}: ${refusal.message}`
      : 'allowed';
  const passed = !broken && (refusal ? fits(one, refusal) : one.expect === 'allowed');
  return { case: one, passed, got, seconds: (Date.now() - began) / 1000, requests };
}

function fits({ expect }: Case, { door, message }: Refused): boolean {
  return expect !== 'allowed' && expect[0] === door && expect[1].test(message);
}
