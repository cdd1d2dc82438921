/** One release of a Python package that the workflows install. */
export interface ToolVersion {
  /** The version, such as `7.0.1`. */
  readonly version: string;

  /**
   * SHA-256 of each wheel that may be installed, as the index says them: of the pure one where there is one, else
   * of those for the platforms of the runners.
   */
  readonly sha256: string[];

  /**
   * The package of the lock that needs this one, where it is none of the lock's own. It is installed wherever that
   * one is.
   * @default - none: it takes the place of the locked release of the same name
   */
  readonly neededBy?: string;
}
