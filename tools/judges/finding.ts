/** What a judge says about one file. */
export interface Finding {
  readonly file: string;
  readonly rule: string;
  readonly message: string;
  /** Why it is no fault, where the file itself says so. */
  readonly suppressed?: string;
}

/** What is to be mended, in one line each: what is not explained, or without a word of reason. */
export function faults(findings: readonly Finding[]): string[] {
  return findings
    .filter(({ suppressed }) => !suppressed)
    .map(({ file, rule, message }) => `${file}: ${rule} ${message}`);
}
