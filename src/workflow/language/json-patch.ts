import { invalidInput } from '../../private/invalid-input';

const RFC_6902 = 'https://www.rfc-editor.org/rfc/rfc6902';

type Container = Record<string, unknown> | unknown[];

/**
 * A change to a generated file, for what no option says. Paths are JSON pointers: `/jobs/build/runs-on`,
 * `/jobs/build/steps/0/name`; `~1` stands for a slash in a key, and `-` for the place behind the last item.
 *
 * Where a path does not exist, the files can not be rendered, and synthesis fails.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6902
 */
export class JsonPatch {
  /**
   * Adds a value, or inserts it before an item of a list.
   *
   * @param path where the value goes
   * @param value texts, numbers, booleans, lists and mappings of them
   */
  public static add(path: string, value: unknown): JsonPatch {
    return new JsonPatch('add', path, value);
  }

  /**
   * Takes a value away.
   *
   * @param path where it is
   */
  public static remove(path: string): JsonPatch {
    return new JsonPatch('remove', path);
  }

  /**
   * Puts a value in the place of another one.
   *
   * @param path where it is
   * @param value texts, numbers, booleans, lists and mappings of them
   */
  public static replace(path: string, value: unknown): JsonPatch {
    return new JsonPatch('replace', path, value);
  }

  private readonly keys: string[];

  private constructor(
    private readonly operation: 'add' | 'remove' | 'replace',
    private readonly path: string,
    private readonly value?: unknown,
  ) {
    if (!/^(\/([^~]|~[01])*)+$/.test(path)) {
      throw invalidInput({
        property: `JsonPatch.${operation}`,
        given: path,
        reason: 'is not a path',
        allowed: "a JSON pointer, as in '/jobs/build/runs-on'",
        see: RFC_6902,
      });
    }
    this.keys = path
      .slice(1)
      .split('/')
      .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  }

  /** @internal Changes a document, which is its caller's own. */
  public _apply(file: string, document: object): void {
    const value = structuredClone(this.value);
    const parents = this.keys.slice(0, -1);
    const [key] = this.keys.slice(-1);
    const parent = parents.reduce<unknown>(
      (container, name) =>
        isContainer(container) ? (container as Record<string, unknown>)[name] : undefined,
      document,
    );
    if (!isContainer(parent)) throw this.missing(file, `/${parents.join('/')}`);
    if (this.operation !== 'add' && !Object.hasOwn(parent, key)) throw this.missing(file, this.path);
    if (Array.isArray(parent)) this.changeList(file, parent, key, value);
    else if (this.operation === 'remove') delete parent[key];
    else parent[key] = value;
  }

  private changeList(file: string, list: unknown[], key: string, value: unknown): void {
    const index = key === '-' ? list.length : Number(key);
    if (!Number.isInteger(index) || index < 0 || index > list.length) throw this.missing(file, this.path);
    if (this.operation === 'remove') list.splice(index, 1);
    else list.splice(index, this.operation === 'replace' ? 1 : 0, value);
  }

  private missing(file: string, path: string): Error {
    return invalidInput({
      property: `JsonPatch.${this.operation}`,
      given: this.path,
      reason: `does not apply to ${file}, which has nothing at ${path}`,
      allowed: 'a place that the generated file has',
      see: RFC_6902,
    });
  }
}

function isContainer(value: unknown): value is Container & Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
