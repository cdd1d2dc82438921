import type { FindingId } from '../../commands/doctor/findings';
import type { ResolvedResource } from '../../evaluation/template';
import type { RestRepository } from '../github/rest/repository';
import type { World } from './scene';

/** One thing that somebody did to a sound set-up, and what `doctor` has to find. */
export interface Planted {
  /** What was done. */
  readonly says: string;
  readonly finding: FindingId;
  /** Whom the finding is about. */
  readonly about: string;
  readonly plant: (world: World) => void;
}

export const ORDERS = 'acme/orders-sdk';
export const TOOLS = 'acme/tools';
export const LAB = 'acme/lab';
export const HOST = 'acme/platform';
export const ROLE = 'PythonArtifacts-Python-Publisher-F12B0B83-us-east-1';

interface Places extends World {
  readonly orders: RestRepository;
  readonly tools: RestRepository;
  readonly lab: RestRepository;
  readonly host: RestRepository;
}

export function on(
  about: string,
  finding: FindingId,
  says: string,
  plant: (places: Places) => void,
): Planted {
  const named = (world: World, name: string) => world.github.repository(name);
  return {
    says,
    finding,
    about,
    plant: (world) =>
      plant(
        Object.assign(world, {
          orders: named(world, ORDERS),
          tools: named(world, TOOLS),
          lab: named(world, LAB),
          host: named(world, HOST),
        }),
      ),
  };
}

export function main(repository: RestRepository): Record<string, string> {
  return repository.branches.main?.files ?? {};
}

export function edit(repository: RestRepository, path: string, change: (text: string) => string): void {
  const text = main(repository)[path] ?? '';
  const changed = change(text);
  if (changed === text) throw new Error(`${path} is as before`);
  main(repository)[path] = changed;
}

/** Whether a resource is meant by its logical id, its name or a part of its ARN. */
export function isMeant({ logicalId, ref, attributes }: ResolvedResource, name: string): boolean {
  return logicalId === name || ref === name || (attributes.Arn ?? '').includes(name);
}

export function remove({ stacks }: World, type: string, name = ''): void {
  for (const stack of stacks) {
    stack.resources = stack.resources.filter(
      (one) => one.type !== type || !(name === '' || isMeant(one, name)),
    );
  }
}

export function change({ stacks }: World, type: string, properties: object, name = ''): void {
  for (const stack of stacks) {
    stack.resources = stack.resources.map((one) =>
      one.type === type && (name === '' || isMeant(one, name))
        ? { ...one, properties: { ...one.properties, ...properties } }
        : one,
    );
  }
}

export function changeText({ stacks }: World, name: string, edited: (text: string) => string): void {
  let changed = 0;
  for (const stack of stacks) {
    stack.resources = stack.resources.map((one) => {
      if (!isMeant(one, name)) return one;
      const text = JSON.stringify(one.properties);
      const other = edited(text);
      if (other !== text) changed++;
      return { ...one, properties: JSON.parse(other) };
    });
  }
  if (changed !== 1) throw new Error(`${changed} resources of ${name} are changed`);
}
