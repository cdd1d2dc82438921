/** Who refuses. */
export type Door = 'GitHub' | 'job' | 'STS' | 'CodeArtifact' | 'index' | 'pip' | 'client';

/** The answer somebody gets who is not let in. */
export class Refused extends Error {
  public constructor(
    public readonly door: Door,
    message: string,
  ) {
    super(message);
  }
}
