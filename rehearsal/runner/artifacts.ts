/** Artifacts of one run: name, then path, then bytes. */
export class Artifacts {
  private readonly stored: Map<string, ReadonlyMap<string, Buffer>>;

  public constructor(from?: Artifacts) {
    this.stored = new Map(from?.stored);
  }

  public put(name: string, files: ReadonlyMap<string, Buffer>): void {
    if (this.stored.has(name)) throw new Error(`an artifact with this name already exists: ${name}`);
    this.stored.set(name, files);
  }

  public get(name: string): ReadonlyMap<string, Buffer> {
    const found = this.stored.get(name);
    if (!found) throw new Error(`Unable to download artifact(s): Artifact not found for name: ${name}`);
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

  public get names(): string[] {
    return [...this.stored.keys()];
  }
}
