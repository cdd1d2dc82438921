import { Refusal } from '../refusal';
import { unknown } from '../unknown';
import { type Environment, namesOf, type Properties } from './resources';

export interface Template {
  readonly Resources?: Readonly<
    Record<
      string,
      {
        Type: string;
        Properties?: Properties;
        Condition?: string;
        DeletionPolicy?: string;
        UpdateReplacePolicy?: string;
      }
    >
  >;
  readonly Parameters?: Readonly<Record<string, { Type?: string; Default?: unknown }>>;
  readonly Outputs?: Readonly<Record<string, { Value?: unknown; Export?: { Name?: unknown } }>>;
}

export interface ResolvedResource {
  readonly logicalId: string;
  readonly type: string;
  readonly properties: Properties;
  readonly deletionPolicy?: string;
  /** What `Ref` gives, where this type has known names. */
  readonly ref?: string;
  readonly attributes: Readonly<Record<string, string>>;
}

export interface ResolvedTemplate {
  readonly resources: readonly ResolvedResource[];
  readonly outputs: Readonly<Record<string, string>>;
  /** Values by export name. */
  readonly exports: Readonly<Record<string, string>>;
}

/** `AWS::NoValue` takes its property away. */
const NOTHING = Symbol('AWS::NoValue');

/**
 * Turns a synthesized template into concrete values, as CloudFormation would when it deploys it.
 * Refuses every intrinsic function it does not know, by name and place.
 */
export function resolveTemplate(template: Template, environment: Environment): ResolvedTemplate {
  const resolver = new Resolver(template, environment);
  const resources = Object.keys(template.Resources ?? {}).map((id) => resolver.resource(id));
  const outputs: Record<string, string> = {};
  const exported: Record<string, string> = {};
  for (const [name, { Value, Export }] of Object.entries(template.Outputs ?? {})) {
    outputs[name] = String(resolver.value(Value, `output ${name}`));
    if (Export) exported[String(resolver.value(Export.Name, `output ${name}`))] = outputs[name];
  }
  return { resources, outputs, exports: exported };
}

/** Of each resource what it becomes, or why that is not known. */
export function resolveEach(
  template: Template,
  environment: Environment,
): ReadonlyMap<string, ResolvedResource | Refusal> {
  const resolver = new Resolver(template, environment);
  const each = Object.keys(template.Resources ?? {}).map((id): [string, ResolvedResource | Refusal] => {
    try {
      return [id, resolver.resource(id)];
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return [id, error];
    }
  });
  return new Map(each);
}

class Resolver {
  private readonly done = new Map<string, ResolvedResource>();
  private readonly open = new Set<string>();

  public constructor(
    private readonly template: Template,
    private readonly environment: Environment,
  ) {}

  public resource(logicalId: string): ResolvedResource {
    const known = this.done.get(logicalId);
    if (known) return known;
    const source = this.template.Resources?.[logicalId];
    if (!source) throw new Refusal(`${logicalId}: no such resource`);
    if (source.Condition) throw new Refusal(`${logicalId}: conditions are not known (${source.Condition})`);
    if (this.open.has(logicalId)) throw new Refusal(`${logicalId}: refers to itself`);
    this.open.add(logicalId);
    let properties: Properties;
    try {
      properties = this.value(source.Properties ?? {}, logicalId) as Properties;
    } finally {
      this.open.delete(logicalId);
    }
    const resolved = {
      logicalId,
      type: source.Type,
      properties,
      deletionPolicy: source.DeletionPolicy,
      ...this.names(logicalId, source.Type, properties),
    };
    this.done.set(logicalId, resolved);
    return resolved;
  }

  /** A type without known names is fine until something refers to it. */
  private names(id: string, type: string, properties: Properties) {
    try {
      return namesOf(id, type, properties, this.environment);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { attributes: {} };
    }
  }

  public value(value: unknown, where: string): unknown {
    if (Array.isArray(value)) {
      return value.map((item) => this.value(item, where)).filter((item) => item !== NOTHING);
    }
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value);
    const [first] = entries;
    if (entries.length === 1 && first && (first[0] === 'Ref' || first[0].startsWith('Fn::'))) {
      return this.intrinsicOrUnknown(first[0], first[1], where);
    }
    const plain = entries.map(([key, item]) => [key, this.value(item, `${where}.${key}`)] as const);
    return Object.fromEntries(plain.filter(([, item]) => item !== NOTHING));
  }

  private intrinsicOrUnknown(name: string, argument: unknown, where: string): unknown {
    try {
      return this.intrinsic(name, argument, where);
    } catch (error) {
      if (!this.environment.keepUnknown || !(error instanceof Refusal)) throw error;
      return unknown(error.message.slice(error.message.startsWith(where) ? where.length + 2 : 0));
    }
  }

  private intrinsic(name: string, argument: unknown, where: string): unknown {
    switch (name) {
      case 'Ref':
        return this.ref(String(argument), where);
      case 'Fn::GetAtt':
        return this.attribute(Array.isArray(argument) ? argument : String(argument).split('.'), where);
      case 'Fn::Join': {
        const [separator, list] = argument as [string, unknown];
        return this.list(list, where).join(separator);
      }
      case 'Fn::Sub':
        return this.substitute(argument, where);
      case 'Fn::Select': {
        const [index, source] = argument as [unknown, unknown];
        const at = Number(this.value(index, where));
        const chosen = this.list(source, where)[at];
        if (chosen === undefined) throw new Refusal(`${where}: Fn::Select ${at} is outside of its list`);
        return chosen;
      }
      case 'Fn::Split': {
        const [separator, source] = this.value(argument, where) as [string, string];
        return source.split(separator);
      }
      case 'Fn::ImportValue': {
        const exportName = String(this.value(argument, where));
        const found = this.environment.imports?.[exportName];
        if (found === undefined) throw new Refusal(`${where}: no stack exports ${exportName}`);
        return found;
      }
      default:
        throw new Refusal(`${where}: intrinsic function ${name} is not known`);
    }
  }

  private list(source: unknown, where: string): unknown[] {
    const list = this.value(source, where);
    if (!Array.isArray(list)) throw new Refusal(`${where}: a list is not known`);
    return list;
  }

  private ref(name: string, where: string): unknown {
    const { account, region, partition = 'aws', stackName, parameters } = this.environment;
    const china = partition === 'aws-cn';
    const pseudo: Record<string, unknown> = {
      'AWS::AccountId': account,
      'AWS::Region': region,
      'AWS::Partition': partition,
      'AWS::StackName': stackName,
      'AWS::URLSuffix': china ? 'amazonaws.com.cn' : 'amazonaws.com',
      'AWS::NoValue': NOTHING,
    };
    if (Object.hasOwn(pseudo, name) && pseudo[name] !== undefined) return pseudo[name];
    if (name.startsWith('AWS::')) throw new Refusal(`${where}: pseudo parameter ${name} is not known`);
    const parameter = this.template.Parameters?.[name];
    if (parameter) {
      // The default of a parameter of Systems Manager is where its value lies.
      const standard = parameter.Type?.startsWith('AWS::SSM::') ? undefined : parameter.Default;
      const given = parameters?.[name] ?? standard;
      if (given === undefined) throw new Refusal(`${where}: parameter ${name} has no value`);
      return given;
    }
    const { ref, type } = this.resource(name);
    if (ref === undefined) throw new Refusal(`${where}: Ref to ${name} of type ${type} is not known`);
    return ref;
  }

  private attribute([id, ...rest]: string[], where: string): string {
    const name = rest.join('.');
    const { attributes, type } = this.resource(String(id));
    const value = attributes[name];
    if (value === undefined) throw new Refusal(`${where}: attribute ${name} of ${id} (${type}) is not known`);
    return value;
  }

  private substitute(argument: unknown, where: string): string {
    const [pattern, variables] = (Array.isArray(argument) ? argument : [argument, {}]) as [string, object];
    const given = this.value(variables, where) as Record<string, unknown>;
    return pattern.replaceAll(/\$\{(!?)([^}]+)\}/g, (_all, literal: string, name: string) => {
      if (literal) return `\${${name}}`;
      if (name in given) return String(given[name]);
      return name.includes('.') ? this.attribute(name.split('.'), where) : String(this.ref(name, where));
    });
  }
}
