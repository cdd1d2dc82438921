import { isCi } from './ci-systems';

/** What synthesis does with the generated files on disk. */
export enum SynthesisMode {
  /** Nothing: a test, or an app that no CDK CLI runs. */
  NONE,
  /** Writes what differs. */
  WRITE,
  /** Fails where something differs, and writes nothing. */
  CHECK,
}

/** The CDK CLI tells the app the version of its schema. */
export function synthesisMode(env: NodeJS.ProcessEnv = process.env): SynthesisMode {
  if (!env.CDK_CLI_ASM_VERSION) return SynthesisMode.NONE;
  return isCi(env) ? SynthesisMode.CHECK : SynthesisMode.WRITE;
}
