/** What YAML is written of. Keys whose value is undefined are left out. */
export type Plain = string | number | boolean | Plain[] | { [key: string]: Plain | undefined };

/** The comment behind a value, or none. */
export type CommentOf = (key: string, value: Plain) => string | undefined;

/**
 * A mapping as YAML, in the order of its keys.
 *
 * The npm package `yaml` would take longer, to load and to run, than all of a synthesis may take for its
 * workflow files, so that it is left to the tests, which read back what is written here.
 */
export function toYaml(mapping: Record<string, unknown>, commentOf: CommentOf = () => undefined): string {
  return `${mappingLines(mapping as { [key: string]: Plain }, commentOf).join('\n')}\n`;
}

function mappingLines(mapping: { [key: string]: Plain | undefined }, commentOf: CommentOf): string[] {
  return Object.entries(mapping).flatMap(([key, value]) =>
    value === undefined ? [] : entryLines(key, value, commentOf),
  );
}

function entryLines(key: string, value: Plain, commentOf: CommentOf): string[] {
  const comment = commentOf(key, value);
  const [first, ...rest] = valueLines(value, commentOf);
  const head = `${keyText(key)}:${first && ` ${first}`}${comment ? ` # ${comment}` : ''}`;
  return [head, ...rest.map(indent)];
}

/** The text that goes on the line of the key, and the lines below it. */
function valueLines(value: Plain, commentOf: CommentOf): string[] {
  if (Array.isArray(value)) {
    return value.length === 0 ? ['[]'] : ['', ...value.flatMap((item) => itemLines(item, commentOf))];
  }
  if (typeof value === 'object') {
    const lines = mappingLines(value, commentOf);
    return lines.length === 0 ? ['{}'] : ['', ...lines];
  }
  return typeof value === 'string' ? stringLines(value) : [String(value)];
}

function itemLines(item: Plain, commentOf: CommentOf): string[] {
  const [first, ...rest] = valueLines(item, commentOf);
  if (first !== '') return [`- ${first}`, ...rest.map(indent)];
  return rest.map((line, index) => (index === 0 ? `- ${line}` : indent(line)));
}

function stringLines(text: string): string[] {
  if (isBlock(text)) {
    const keepsNoNewline = !text.endsWith('\n');
    const lines = (keepsNoNewline ? text : text.slice(0, -1)).split('\n');
    return [keepsNoNewline ? '|-' : '|', ...lines];
  }
  return [isPlain(text) ? text : quoted(text)];
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

function indent(line: string): string {
  return line && `  ${line}`;
}
