/** A job's log, with everything masked that GitHub would mask. Lines before a mask was set stay as they are. */
export class Log {
  public readonly lines: string[] = [];
  private readonly masks: string[] = [];

  public mask(value: string): void {
    for (const line of value.split(/\r?\n/)) if (line.trim()) this.masks.push(line);
    this.masks.sort((a, b) => b.length - a.length);
  }

  public write(line: string): void {
    this.lines.push(this.masked(line));
  }

  public masked(text: string): string {
    return this.masks.reduce((masked, secret) => masked.replaceAll(secret, '***'), text);
  }

  public hides(text: string): boolean {
    return this.masked(text) !== text;
  }

  public get text(): string {
    return this.lines.join('\n');
  }
}
