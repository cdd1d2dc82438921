import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';
import type { Synthesized } from './synthesize';

/** A resource, with the properties that CloudFormation can't change without replacing it. */
export interface Identity {
  readonly type: string;
  readonly properties: Record<string, unknown>;
}

/** What a deployed stack and its users hold on to, and what must not move in an upgrade. */
export interface Identities {
  /** By logical id. */
  readonly resources: Record<string, Identity>;
  /** The logical ids of the outputs. */
  readonly outputs: string[];
  /** The paths of the workflow files, which callers and trust policies name. */
  readonly files: string[];
}

const spec = loadAwsServiceSpecSync();

export function identitiesOf({ template, files }: Synthesized): Identities {
  const resources = Object.entries(template.Resources).map(([logicalId, { Type: type, Properties }]) => {
    const fixed = fixedPropertiesOf(type);
    const properties = Object.entries(Properties ?? {}).filter(([name]) => fixed.has(name));
    return [logicalId, { type, properties: Object.fromEntries(properties) }];
  });
  return {
    resources: Object.fromEntries(resources),
    outputs: Object.keys(template.Outputs ?? {}),
    files: Object.keys(files),
  };
}

/** A line for each identity of before that is gone, and each that is another now. New ones are none. */
export function movesBetween(before: Identities, after: Identities): string[] {
  const resources = Object.entries(before.resources).flatMap(([logicalId, was]) => {
    const is = after.resources[logicalId];
    if (is === undefined) return [`${was.type} ${logicalId} is gone`];
    if (is.type !== was.type) return [`${was.type} ${logicalId} is of the type ${is.type} now`];
    const names = new Set([...Object.keys(was.properties), ...Object.keys(is.properties)]);
    return [...names].flatMap((name) => {
      const [old, now] = [was, is].map(({ properties }) => JSON.stringify(properties[name]) ?? 'nothing');
      return old === now ? [] : [`${was.type} ${logicalId} is replaced: ${name} was ${old} and is ${now}`];
    });
  });
  return [
    ...resources,
    ...without(before.outputs, after.outputs).map((id) => `the output ${id} is gone`),
    ...without(before.files, after.files).map((path) => `the file ${path} is gone`),
  ];
}

/** What is there now, and not in the baseline. */
export function additionsTo(before: Identities, after: Identities): string[] {
  return [
    ...without(Object.keys(after.resources), Object.keys(before.resources)),
    ...without(after.outputs, before.outputs),
    ...without(after.files, before.files),
  ];
}

/** The baseline with what is new after it; as it was where something has moved, which nothing may cover. */
export function withAdditions(before: Identities | undefined, after: Identities): Identities {
  if (before === undefined) return after;
  if (movesBetween(before, after).length > 0) return before;
  return {
    resources: { ...before.resources, ...after.resources },
    outputs: [...before.outputs, ...without(after.outputs, before.outputs)],
    files: [...before.files, ...without(after.files, before.files)],
  };
}

/** The properties that are part of the primary identifier, or whose change replaces the resource. */
function fixedPropertiesOf(type: string): Set<string> {
  const [resource] = spec.lookup('resource', 'cloudFormationType', 'equals', type);
  if (resource === undefined) return new Set();
  const replacing = Object.entries(resource.properties).filter(
    ([, { causesReplacement }]) => (causesReplacement ?? 'no') !== 'no',
  );
  return new Set([...(resource.primaryIdentifier ?? []), ...replacing.map(([name]) => name)]);
}

function without(all: string[], some: string[]): string[] {
  return all.filter((one) => !some.includes(one));
}
