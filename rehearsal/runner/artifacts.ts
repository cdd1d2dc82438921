type Files = ReadonlyMap<string, Buffer>;

/** Artifacts of one run: name, then path, then bytes. Each has an id, which no other of the run has. */
export class Artifacts {
  private readonly stored: Map<string, Files>;

  public constructor(from?: Artifacts) {
    this.stored = new Map(from?.stored);
  }

  /** Returns the id of what was put there. */
  public put(name: string, files: Files): string {
    if (this.stored.has(name)) {
      throw new Error(
        `Failed to CreateArtifact: (409) Conflict: an artifact with this name already exists: ${name}`,
      );
    }
    this.stored.set(name, files);
    return String(FIRST_ID + this.stored.size - 1);
  }

  public get(name: string): Files {
    const found = this.stored.get(name);
    if (!found) throw new Error(`Unable to download artifact(s): Artifact not found for name: ${name}`);
    return found;
  }

  public withId(id: string): Files {
    const found = [...this.stored.values()][Number(id) - FIRST_ID];
    if (!found) throw new Error('None of the provided artifact IDs were found');
    return found;
  }

  /** A copy in which one file of every artifact went through other hands. */
  public tamperedWith(change: (path: string, content: Buffer) => Buffer): Artifacts {
    const copy = new Artifacts();
    for (const [name, files] of this.stored) {
      copy.put(name, new Map([...files].map(([path, content]) => [path, change(path, content)])));
    }
    return copy;
  }
}

const FIRST_ID = 4001;
