import { Refusal } from '../../evaluation/refusal';
import { type Environment, resolveEach } from '../../evaluation/template';
import { shown } from '../../evaluation/unknown';
import type { PlacedTemplate } from '../access/setup';
import { KINDS, type Kind } from './kinds';

/** A resource under a fixed name, in its stack. */
export interface NamedResource {
  readonly kind: Kind;
  readonly name: string;
  readonly logicalId: string;
  /** Its stack: where it is deployed, and its name. */
  readonly stack: string;
  readonly account: string;
  /** The same for two resources that are one in AWS. */
  readonly identity: string;
  /** By property; what is not given is left out. */
  readonly fixed: Readonly<Record<string, string>>;
  /** Who may assume it, where it is a role. */
  readonly trust?: string;
  /** Whether it stays in AWS when it leaves its stack. */
  readonly retained: boolean;
  /** Whether it stays in AWS when another one takes its place. */
  readonly retainedOnReplace: boolean;
}

/** The resources of some templates that AWS knows by a fixed name. */
export function namedResources(templates: readonly PlacedTemplate[]): NamedResource[] {
  return templates.flatMap(({ template, environment }) => {
    const { account, region } = environment;
    return [...resolveEach(template, { ...environment, keepUnknown: true })].flatMap(
      ([logicalId, resolved]) => {
        const source = template.Resources?.[logicalId];
        const kind = source && KINDS[source.Type];
        if (!source || !kind) return [];
        const properties = resolved instanceof Refusal ? (source.Properties ?? {}) : resolved.properties;
        const name = kind.name(properties);
        if (name === undefined) return [];
        const fixed = kind.fixed.flatMap((property) =>
          properties[property] === undefined ? [] : [[property, textOf(properties[property])]],
        );
        const place = kind.regional ? `${account} ${region}` : account;
        return [
          {
            kind,
            name,
            logicalId,
            stack: stackOf(environment),
            account,
            identity: `${place} ${kind.word} ${name}`,
            fixed: Object.fromEntries(fixed),
            trust: textOf(properties.AssumeRolePolicyDocument),
            retained: isRetained(source.DeletionPolicy),
            retainedOnReplace: isRetained(source.UpdateReplacePolicy),
          },
        ];
      },
    );
  });
}

/** A stack, as one of several. */
export function stackOf({ account, region, stackName = '' }: Environment): string {
  return `${account} ${region} ${stackName}`;
}

const textOf = (value: unknown) => shown(typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));

const isRetained = (policy: string | undefined) => policy?.startsWith('Retain') ?? false;
