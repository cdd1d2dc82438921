import type { IConstruct } from 'constructs';

const names = new WeakMap<IConstruct, string>();

/** Keeps the name of a new resource as text, since its attribute is a reference that only deployment resolves. */
export function rememberName(resource: IConstruct, name: string): void {
  names.set(resource, name);
}

/** The name of a resource as text where synthesis knows it, else as it is given. */
export function knownName(resource: IConstruct, attribute: string): string {
  return names.get(resource) ?? attribute;
}
