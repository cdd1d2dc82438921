/** What synthesis does with the workflow files on disk. */
export enum SynthesisMode {
  /** Nothing: a test, or an app that no CDK CLI runs. */
  NONE,
  /** Writes what differs. */
  WRITE,
  /** Fails where something differs, and writes nothing. */
  CHECK,
}

/** The CDK CLI tells the app the version of its schema; a CI system sets `CI`. */
export function synthesisMode(env: NodeJS.ProcessEnv = process.env): SynthesisMode {
  if (!env.CDK_CLI_ASM_VERSION) return SynthesisMode.NONE;
  return ['', '0', 'false'].includes(env.CI ?? '') ? SynthesisMode.WRITE : SynthesisMode.CHECK;
}
