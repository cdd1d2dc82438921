/** What the commands ask of GitHub's REST API. */
export const OPERATIONS = [
  'GET /repos/{owner}/{repo}',
  'GET /repos/{owner}/{repo}/actions/oidc/customization/sub',
  'GET /orgs/{org}/actions/oidc/customization/sub',
  'GET /repos/{owner}/{repo}/contents/{path}',
  'PUT /repos/{owner}/{repo}/contents/{path}',
  'GET /repos/{owner}/{repo}/environments/{environment_name}',
  'GET /repos/{owner}/{repo}/rulesets',
  'GET /repos/{owner}/{repo}/rulesets/{ruleset_id}',
  'GET /repos/{owner}/{repo}/branches/{branch}',
  'GET /repos/{owner}/{repo}/rules/branches/{branch}',
  'GET /repos/{owner}/{repo}/actions/permissions',
  'GET /repos/{owner}/{repo}/actions/permissions/access',
  'GET /repos/{owner}/{repo}/actions/permissions/selected-actions',
  'GET /repos/{owner}/{repo}/actions/variables',
  'GET /repos/{owner}/{repo}/actions/organization-variables',
  'GET /orgs/{org}/repos',
  'GET /user/{account_id}',
  'GET /repos/{owner}/{repo}/git/ref/{ref}',
  'POST /repos/{owner}/{repo}/git/refs',
  'GET /repos/{owner}/{repo}/pulls',
  'POST /repos/{owner}/{repo}/pulls',
] as const;

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Node = { [key: string]: Json };

/** What says nothing of the form of a request or an answer. */
const PROSE = [
  'description',
  'summary',
  'title',
  'tags',
  'externalDocs',
  'operationId',
  'deprecated',
  'example',
];

/** The operations, as JSON Schema, with the components that they refer to and an example of each answer. */
export function extract(description: Node): { operations: Node; components: Node } {
  const components: Node = {};
  const operations: Node = {};
  const take = (node: Json, insideProperties = false): Json => {
    if (Array.isArray(node)) return node.map((item) => take(item));
    if (typeof node !== 'object' || node === null) return node;
    if (typeof node.$ref === 'string') return reference(node.$ref);
    const kept = Object.entries(node).filter(
      ([key]) => insideProperties || !(PROSE.includes(key) || key.startsWith('x-') || key === 'examples'),
    );
    const taken = Object.fromEntries(
      kept.map(([key, value]) => [key, take(value, !insideProperties && key === 'properties')]),
    );
    return insideProperties ? taken : nullAsType(taken);
  };
  const reference = ($ref: string): Json => {
    const [, kind = '', name = ''] = /^#\/components\/(\w+)\/(.+)$/.exec($ref) ?? [];
    if (!(name in components) || kind !== 'schemas') {
      const target = lookUp(description, $ref);
      if (kind !== 'schemas') return take(target);
      components[name] = null; // it may refer to itself
      components[name] = take(target);
    }
    return { $ref: `#/components/${name}` };
  };
  for (const operation of OPERATIONS) {
    const [method = '', path = ''] = operation.split(' ');
    const found = lookUp(
      description,
      `#/paths/${path.replaceAll('/', '~1')}/${method.toLowerCase()}`,
    ) as Node;
    const { parameters = [], requestBody, responses } = found;
    operations[operation] = {
      parameters: (parameters as Node[]).map((parameter) => take(parameter)),
      ...(requestBody !== undefined && { body: jsonOf(take(requestBody)) }),
      answers: Object.fromEntries(
        Object.entries(responses as Node).map(([status, response]) => [status, jsonOf(take(response))]),
      ),
      example: exampleOf(description, responses as Node),
    };
  }
  return { operations, components: sorted(components) };
}

/** OpenAPI 3.0 says `nullable` where JSON Schema has a type for it. */
function nullAsType({ nullable, ...schema }: Node): Node {
  if (nullable !== true) return schema;
  if (Array.isArray(schema.enum)) schema.enum = [...schema.enum, null];
  if (typeof schema.type === 'string') return { ...schema, type: [schema.type, 'null'] };
  return { anyOf: [{ type: 'null' }, schema] };
}

/** The schema of a body of JSON; that of any body where there is none. */
function jsonOf(body: Json): Json {
  const content = (body as { content?: Node }).content?.['application/json'];
  return (content as { schema?: Json } | undefined)?.schema ?? {};
}

function exampleOf(description: Node, responses: Node): Json {
  const [, success] = Object.entries(responses).find(([status]) => status.startsWith('2')) ?? [];
  const response = followed(description, success ?? {}) as { content?: Node };
  const content = response.content?.['application/json'] as { examples?: Node } | undefined;
  const example = Object.values(content?.examples ?? {})[0] ?? {};
  return (followed(description, example) as { value?: Json }).value ?? {};
}

function followed(description: Node, node: Json): Json {
  const { $ref } = node as { $ref?: string };
  return $ref === undefined ? node : lookUp(description, $ref);
}

function lookUp(description: Node, pointer: string): Json {
  const parts = pointer.slice(2).split('/');
  return parts.reduce<Json>((node, part) => {
    const found = (node as Node)[part.replaceAll('~1', '/')];
    if (found === undefined) throw new Error(`GitHub's description has no ${pointer}`);
    return found;
  }, description);
}

function sorted(node: Node): Node {
  return Object.fromEntries(Object.entries(node).sort(([a], [b]) => (a < b ? -1 : 1)));
}
