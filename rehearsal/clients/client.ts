/** How a program is led to the index, in bash that `docs/clients.md` shows as it is. */
export interface Usage {
  /** Makes a project of the person's own, where the program wants one. Not shown. */
  readonly project?: string;
  /** Hands over the credentials: `$TOKEN`, or a URL with the token in it, `$AUTHENTICATED_URL`. */
  readonly credentials?: string;
  /** Names the index, `$INDEX_URL`. */
  readonly index?: string;
  /** Installs `$PACKAGES`. */
  readonly install: string;
  /** What starts the Python that sees what was installed. */
  readonly python: string;
  /** What is installed, and leads to an internal and a public package. */
  readonly packages?: string;
}

/** A program that people install packages with, at one version. */
export interface Client extends Usage {
  readonly name: string;
  readonly version: string;
  /** What gets the token, where the person does not. */
  readonly through?: string;
  /** Bash that makes the program available. */
  readonly start: string;
}

/** A program that people publish packages with, at one version. */
export interface Publisher {
  readonly name: string;
  readonly version: string;
  readonly start: string;
  /** Uploads what is in dist/, in bash that `docs/clients.md` shows as it is. */
  readonly publish: string;
}
