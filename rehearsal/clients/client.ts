/** A program that people install packages with, at one version, used as `docs/clients.md` says. */
export interface Client {
  readonly name: string;
  readonly version: string;
  /** Bash that makes the program available. */
  readonly start: string;
  /** Bash that leads it to the index, which `$INDEX_URL`, `$AUTHENTICATED_URL` and `$TOKEN` name. */
  readonly prepare: string;
  /** Bash that installs `$PACKAGES`. */
  readonly install: string;
  /** What starts the Python that sees what was installed. */
  readonly python: string;
}
