import Ajv, { type ValidateFunction } from 'ajv';

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly schema: object;
}

interface Operation {
  readonly parameters: readonly Parameter[];
  readonly body?: object;
  readonly answers: Readonly<Record<string, object>>;
  readonly example: unknown;
}

interface Data {
  /** The npm package, and its version. */
  readonly source: string;
  readonly operations: Readonly<Record<string, Operation>>;
  readonly components: Readonly<Record<string, object>>;
}

/** An error that the description leaves out. */
const ERROR = { type: 'object', required: ['message'] };

/** One request, as GitHub's description knows it. */
export interface Matched {
  readonly operation: string;
  readonly path: Readonly<Record<string, string>>;
}

/** GitHub's own description of its REST API, as far as the commands use it, and what violates it. */
export class ApiDescription {
  private readonly data: Data;
  private readonly ajv = new Ajv({ strict: false, validateFormats: false, logger: false });
  private readonly validators = new Map<string, ValidateFunction>();
  private readonly routes: { operation: string; method: string; pattern: RegExp }[];

  public constructor() {
    this.data = require('./github-api.json');
    this.ajv.addSchema({ components: this.data.components }, 'github');
    this.routes = Object.keys(this.data.operations).map((operation) => {
      const [method = '', path = ''] = operation.split(' ');
      // What may hold slashes: the path of a file and the name of a ref.
      const pattern = path.replaceAll(/\{(\w+)\}/g, (_all, name) =>
        name === 'path' || name === 'ref' ? `(?<${name}>.+)` : `(?<${name}>[^/]+)`,
      );
      return { operation, method, pattern: new RegExp(`^${pattern}$`) };
    });
  }

  public get source(): string {
    return this.data.source;
  }

  public match(method: string, pathname: string): Matched | undefined {
    for (const route of this.routes) {
      const found = route.method === method && route.pattern.exec(pathname);
      if (!found) continue;
      const values = Object.entries(found.groups ?? {}).map(([name, value]) => [
        name,
        decodeURIComponent(value),
      ]);
      return { operation: route.operation, path: Object.fromEntries(values) };
    }
    return undefined;
  }

  /** An answer as the description shows it. */
  public example(operation: string): unknown {
    return structuredClone(this.operation(operation).example);
  }

  /** What is wrong with a request, in words. */
  public requestFaults({ operation, path }: Matched, query: URLSearchParams, body: unknown): string[] {
    const { parameters, body: schema } = this.operation(operation);
    const known = parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name);
    const strange = [...query.keys()].filter((name) => !known.includes(name));
    const faults = strange.map((name) => `${operation}: no parameter ${name} is described`);
    for (const { name, in: place, required, schema: type } of parameters) {
      const value = place === 'path' ? path[name] : (query.get(name) ?? undefined);
      if (value === undefined && required) faults.push(`${operation}: ${name} is missing`);
      if (value !== undefined) faults.push(...this.faults(`${operation} ${name}`, type, typed(type, value)));
    }
    if (schema) faults.push(...this.faults(`${operation} body`, schema, body));
    return faults;
  }

  /** What is wrong with an answer, in words. An error that is not described has a message. */
  public answerFaults(operation: string, status: number, body: unknown): string[] {
    const schema = this.operation(operation).answers[String(status)];
    if (schema) return this.faults(`${operation} ${status}`, schema, body);
    if (status < 400) return [`${operation}: no answer ${status} is described`];
    return this.faults(`${operation} ${status}`, ERROR, body);
  }

  private operation(name: string): Operation {
    const found = this.data.operations[name];
    if (!found) throw new Error(`${name} is not among the operations of ${this.source}`);
    return found;
  }

  private faults(what: string, schema: object, value: unknown): string[] {
    const validate = this.validators.get(what) ?? this.compile(what, schema);
    if (validate(value)) return [];
    return [`${what}: ${this.ajv.errorsText(validate.errors)}`];
  }

  private compile(key: string, schema: object): ValidateFunction {
    const text = JSON.stringify(schema).replaceAll('"$ref":"#/components/', '"$ref":"github#/components/');
    const validate = this.ajv.compile(JSON.parse(text));
    this.validators.set(key, validate);
    return validate;
  }
}

/** A parameter comes as text. */
function typed(schema: object, value: string): unknown {
  const { type } = schema as { type?: string };
  if (type === 'integer' || type === 'number') return /^-?\d+$/.test(value) ? Number(value) : value;
  return type === 'boolean' ? (value === 'true' ? true : value === 'false' ? false : value) : value;
}
