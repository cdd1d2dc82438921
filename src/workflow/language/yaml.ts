/** What YAML is written of. Keys whose value is undefined are left out. */
export type Plain = string | number | boolean | null | Plain[] | { [key: string]: Plain | undefined };

/** The comment behind a value, or none. */
export type CommentOf = (key: string, value: Plain) => string | undefined;

/**
 * A mapping as YAML, in the order of its keys.
 *
 * The npm package `yaml` would take longer, to load and to run, than all of a synthesis may take for its
 * workflow files, so that it is left to the tests, which read back what is written here.
 */
export function toYaml(mapping: Record<string, unknown>, commentOf: CommentOf = () => undefined): string {
  const writer = new Writer(commentOf);
  writer.children('', mapping as { [key: string]: Plain });
  return `${writer.lines.join('\n')}\n`;
}

class Writer {
  public readonly lines: string[] = [];

  constructor(private readonly commentOf: CommentOf) {}

  /** What is in a mapping or a sequence. */
  public children(indent: string, parent: Plain[] | { [key: string]: Plain | undefined }): void {
    if (Array.isArray(parent)) {
      for (const item of parent) this.item(indent, item);
      return;
    }
    for (const [key, value] of Object.entries(parent)) {
      if (value === undefined) continue;
      const comment = this.commentOf(key, value);
      this.value(indent, `${indent}${keyText(key)}:`, value, comment ? ` # ${comment}` : '');
    }
  }

  /** What is in an item begins on the line of its hyphen. */
  private item(indent: string, item: Plain): void {
    const { lines } = this;
    const start = lines.length;
    if (isCollection(item)) this.children(`${indent}  `, item);
    if (lines.length === start) this.value(indent, `${indent}-`, item);
    else lines[start] = `${indent}- ${lines[start].slice(indent.length + 2)}`;
  }

  /** The line of a key or hyphen, and what is below it. */
  private value(indent: string, head: string, value: Plain, tail = ''): void {
    const { lines } = this;
    if (value === null) {
      // A key without a value, as people write it; an item without one would be read as none.
      lines.push(head.endsWith('-') ? `${head} null${tail}` : `${head}${tail}`);
    } else if (isCollection(value)) {
      const next = lines.push(`${head}${tail}`);
      this.children(`${indent}  `, value);
      if (lines.length === next) lines[next - 1] = `${head} ${Array.isArray(value) ? '[]' : '{}'}${tail}`;
    } else if (typeof value === 'string' && isBlock(value)) {
      const keepsNoNewline = !value.endsWith('\n');
      lines.push(`${head} ${keepsNoNewline ? '|-' : '|'}${tail}`);
      for (const line of (keepsNoNewline ? value : value.slice(0, -1)).split('\n')) {
        lines.push(line && `${indent}  ${line}`);
      }
    } else {
      lines.push(`${head} ${typeof value !== 'string' || isPlain(value) ? value : quoted(value)}${tail}`);
    }
  }
}

function isCollection(value: Plain): value is Plain[] | { [key: string]: Plain | undefined } {
  return typeof value === 'object' && value !== null;
}

/** Lines that read the same in a literal block, whatever their indentation. */
function isBlock(text: string): boolean {
  return (
    text.includes('\n') &&
    /^\S([\s\S]*[^\n])?\n?$/.test(text) &&
    !/[^\n\t\x20-\x7e]|\n[ \t]+(\n|$)/.test(text)
  );
}

/** Whether YAML 1.1 and 1.2 both read a text as this string when it stands without quotes. */
function isPlain(text: string): boolean {
  return /^([A-Za-z_$/]|\.\/)[\x20-\x7e]*$/.test(text) && !/: |:$| #| $/.test(text) && !isReservedWord(text);
}

function isReservedWord(text: string): boolean {
  return /^(true|false|null|yes|no|on|off|y|n)$/i.test(text);
}

/** GitHub reads YAML 1.2, in which `on` is a string; quoted, it would look odd to everybody. */
function keyText(key: string): string {
  return /^[A-Za-z_][\w.-]*$/.test(key) && (key === 'on' || !isReservedWord(key)) ? key : quoted(key);
}

function quoted(text: string): string {
  if (/^[\x20-\x7e]*["\\][\x20-\x7e]*$/.test(text) && !text.includes("'")) return `'${text}'`;
  return JSON.stringify(text).replace(
    /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
