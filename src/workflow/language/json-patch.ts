import { Token } from 'aws-cdk-lib';
import { invalidInput } from '../../private/invalid-input';
import { isPlaceholder } from '../../private/token-text';

const RFC_6902 = 'https://www.rfc-editor.org/rfc/rfc6902';
const POINTER = /^\/(?:[^~]|~[01])*$/;
const INDEX = /^(?:0|[1-9][0-9]*)$/;

type Container = Record<string, unknown> | unknown[];

/**
 * A change to a generated file, for what no option says. Paths are JSON pointers: `/jobs/build/runs-on`,
 * `/jobs/build/steps/0/name`; `~1` stands for a slash in a key, and `-` for the place behind the last item.
 *
 * Throws for what is no path, and for a value that YAML can't hold. Where a path does not exist, the files can not be
 * rendered, and synthesis fails.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6902
 */
export class JsonPatch {
  /**
   * Adds a value, or inserts it before an item of a list.
   *
   * @param path where the value goes
   * @param value texts, numbers, booleans, lists and mappings of them; `null` (in Python `None`) for a key without
   * a value, such as `/on/workflow_dispatch`
   */
  public static add(path: string, value: unknown): JsonPatch {
    return new JsonPatch('add', path, value ?? null);
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
   * @param value texts, numbers, booleans, lists and mappings of them; `null` for a key without a value
   */
  public static replace(path: string, value: unknown): JsonPatch {
    return new JsonPatch('replace', path, value ?? null);
  }

  private readonly keys: string[];

  private constructor(
    private readonly operation: 'add' | 'remove' | 'replace',
    private readonly path: string,
    private readonly value?: unknown,
  ) {
    this.keys = isPlaceholder(path) ? [] : keysOf(operation, path);
    const problem = value === undefined ? undefined : problemOfValue(value, new Set());
    if (problem) {
      throw invalidInput({
        property: `JsonPatch.${operation} ${path}`,
        given: value,
        reason: problem,
        allowed: 'texts, numbers, booleans, null, and lists and mappings of them',
        see: RFC_6902,
      });
    }
  }

  /** @internal Changes a document, which is its caller's own. */
  public _apply(file: string, document: object): void {
    if (this.keys.length === 0) return;
    const value = structuredClone(this.value);
    const parents = this.keys.slice(0, -1);
    const [key] = this.keys.slice(-1);
    const parent = parents.reduce<unknown>(
      (container, name) =>
        isContainer(container) && Object.hasOwn(container, name) ? container[name] : undefined,
      document,
    );
    if (!isContainer(parent)) throw this.missing(file, `/${parents.join('/')}`);
    if (this.operation !== 'add' && !Object.hasOwn(parent, key)) throw this.missing(file, this.path);
    if (Array.isArray(parent)) this.changeList(file, parent, key, value);
    else if (this.operation === 'remove') delete parent[key];
    else parent[key] = value;
  }

  private changeList(file: string, list: unknown[], key: string, value: unknown): void {
    const index = key === '-' ? list.length : Number(INDEX.test(key) ? key : Number.NaN);
    if (!(index <= list.length)) throw this.missing(file, this.path);
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

/** The keys that a path leads through; none of them is one by which JavaScript reaches more than the document. */
function keysOf(operation: string, path: unknown): string[] {
  const refuse = (reason: string, allowed: string) =>
    invalidInput({ property: `JsonPatch.${operation}`, given: path, reason, allowed, see: RFC_6902 });
  if (typeof path !== 'string' || !POINTER.test(path)) {
    throw refuse('is not a path', "a JSON pointer, as in '/jobs/build/runs-on'");
  }
  const keys = path
    .slice(1)
    .split('/')
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  if (keys.includes('__proto__')) throw refuse('leads out of the file', 'the keys of the generated file');
  return keys;
}

/** Why a value can't stand in YAML, if it can't. */
function problemOfValue(value: unknown, around: Set<unknown>): string | undefined {
  if (Token.isUnresolved(value)) return 'has a part that is known to CloudFormation only';
  if (value === null || ['string', 'boolean'].includes(typeof value)) return undefined;
  if (typeof value === 'number')
    return Number.isFinite(value) ? undefined : 'has a number that YAML does not have';
  if (typeof value !== 'object') return `has a ${typeof value}, which YAML does not have`;
  if (around.has(value)) return 'contains itself';
  if (!Array.isArray(value) && !isMapping(value)) {
    return 'has an object that is no plain mapping';
  }
  const inside = new Set([...around, value]);
  for (const [key, item] of Object.entries(value)) {
    if (key === '__proto__') return "has the key '__proto__', which JavaScript keeps for itself";
    const problem = problemOfValue(item, inside);
    if (problem) return problem;
  }
  return undefined;
}

/** Whether an object is of no class, in whatever context it was made. */
function isMapping(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
