import {
  type Environment,
  type ResolvedResource,
  resolveTemplate,
  SETUP_TYPES,
  type Template,
} from '../../../evaluation/template';

type Resources = NonNullable<Template['Resources']>;

/** A resource of a template with its intrinsics replaced, or why that can't be. */
export type Expected =
  | ResolvedResource
  | { readonly logicalId: string; readonly type: string; readonly why: string };

/**
 * The resources of a stack that are looked at. Each is resolved by itself, so that what somebody else has in the
 * stack keeps nothing from being looked at.
 *
 * @param physicalIds the names that CloudFormation gave, by logical id
 */
export function resolvedResources(
  template: Template,
  environment: Environment,
  physicalIds: Readonly<Record<string, string>>,
): Expected[] {
  const resources = withNames(template.Resources ?? {}, physicalIds);
  return Object.entries(resources)
    .filter(([, { Type }]) => SETUP_TYPES.includes(Type))
    .map(([logicalId, { Type: type }]) => {
      const needed = closure(resources, logicalId);
      try {
        const resolved = resolveTemplate({ Parameters: template.Parameters, Resources: needed }, environment);
        return resolved.resources.find((resource) => resource.logicalId === logicalId) as ResolvedResource;
      } catch (error) {
        return { logicalId, type, why: (error as Error).message };
      }
    });
}

/** The names of roles that CloudFormation made up. */
function withNames(resources: Resources, physicalIds: Readonly<Record<string, string>>): Resources {
  return Object.fromEntries(
    Object.entries(resources).map(([id, resource]) => {
      const RoleName = resource.Properties?.RoleName ?? physicalIds[id];
      return resource.Type === 'AWS::IAM::Role' && RoleName !== undefined
        ? [id, { ...resource, Properties: { ...resource.Properties, RoleName } }]
        : [id, resource];
    }),
  );
}

/** A resource with those that it refers to. */
function closure(resources: Resources, first: string): Resources {
  const taken: Record<string, Resources[string]> = {};
  const open = [first];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const resource = resources[id];
    if (!resource || taken[id]) continue;
    taken[id] = resource;
    const text = JSON.stringify(resource.Properties ?? {});
    open.push(
      ...Object.keys(resources).filter(
        (other) => text.includes(`"${other}"`) || text.includes(`\${${other}`),
      ),
    );
  }
  // In the order of the template, which is the order of what is said.
  return Object.fromEntries(Object.entries(resources).filter(([id]) => taken[id]));
}
