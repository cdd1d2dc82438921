import { changes } from '../../commands/access/changes';
import {
  BEARER_TOKEN,
  INSTALL,
  OPERATIONS,
  type Operation,
  PUBLISH,
  TAKE_IN,
} from '../../commands/access/operations';
import { readAccess } from '../../commands/access/setup';
import { type ExampleRequest, linesOf } from '../../commands/access/told/lines';
import { authorize, type Catalog, evaluateTrust, readPolicy } from '../../evaluation/authorization';
import { loadCatalog } from '../../evaluation/authorization/load-catalog';
import { resolveTemplate, type Template } from '../../evaluation/template';
import { INDEX_MUTATIONS } from '../../rehearsal/mutations/index-setup';
import type { Mutation } from '../../rehearsal/mutations/mutation';
import { PERMISSION_MUTATIONS } from '../../rehearsal/mutations/permissions';
import { TRUST_MUTATIONS } from '../../rehearsal/mutations/trust';
import { REFERENCE_APPS } from '../reference/apps';
import { synthesize } from '../reference/synthesize';
import { SEED, WHOLE } from '../support/sample';
import { ACME } from '../support/stacks';

const sound = synthesize(REFERENCE_APPS.host()).template as Template;
const read = (template: Template) => readAccess([{ template, environment: ACME }]);
const mutated = ({ change }: Mutation) => change({ template: sound } as never).template;

/** What moves, by what is to move it. What is not here is no mutation of access, and moves nothing. */
const NOTHING = [
  'sessions may last half a day',
  'the repository policy names an action that does not exist',
  'a repository has an upstream and an external connection',
];
const SINGLE_ACTIONS = [
  'the domain policy drops the organization',
  'the domain policy admits every organization',
  'the domain policy admits accounts of no organization',
  'the repository policy drops the organization',
];
const LOSES = [
  'the trust policy names another provider',
  'the subject is compared without its wildcard',
  'immutable subjects are forgotten',
  'classic subjects are forgotten',
  'the trust policy asks for a claim that AWS has no key for',
  'the role may publish to the repository instead of its packages',
  'the role may take a token from the repository instead of the domain',
  'the package ARN forgets the empty namespace',
  'the role may not have bearer tokens',
  'the role may publish, but everybody is denied it on the domain',
  'the domain policy forgets the token',
  'the repository policy forgets reading',
  'the published repository loses its upstream',
  'the upstream loses its connection to public PyPI',
  'the package group blocks publishing',
];
const BOTH = ['the package group is for other names'];

/** What moves is publishing, where nothing else stands here. */
const MOVES: Record<string, Operation[]> = {
  'the role may have bearer tokens of every service': [BEARER_TOKEN],
  'the role may have bearer tokens for 12 hours': [BEARER_TOKEN],
  'the role may have bearer tokens for its whole session': [BEARER_TOKEN],
  'the domain policy forgets the token': [INSTALL],
  'the repository policy forgets reading': [INSTALL],
  'the published repository loses its upstream': [TAKE_IN],
  'the upstream loses its connection to public PyPI': [TAKE_IN],
  'the package group lets look-alikes in from public PyPI': [TAKE_IN],
  'there is no package group': [TAKE_IN],
  'the package group is for other names': [PUBLISH, TAKE_IN],
};

let catalog: Catalog;
beforeAll(async () => {
  catalog = await loadCatalog();
});

const MUTATIONS = [...TRUST_MUTATIONS, ...PERMISSION_MUTATIONS, ...INDEX_MUTATIONS];

test('the lists name mutations that there are', () => {
  const says = MUTATIONS.map((one) => one.says);
  expect([...NOTHING, ...SINGLE_ACTIONS, ...LOSES, ...BOTH].filter((one) => !says.includes(one))).toEqual([]);
});

/** Each compares two whole set-ups; `npm run test:whole` tries all of them. */
const COMPARED = WHOLE ? MUTATIONS : MUTATIONS.filter((_, index) => index % 3 === SEED % 3);

test.each(COMPARED.map((mutation) => [mutation.says, mutation] as const))('%s', (says, mutation) => {
  const template = mutated(mutation);
  const operations =
    SINGLE_ACTIONS.includes(says) || NOTHING.includes(says) ? OPERATIONS : (MOVES[says] ?? [PUBLISH]);
  const found = linesOf(changes(read(sound), read(template), operations));
  const kinds = [...new Set(found.map((line) => line.says))].sort();
  const expected = NOTHING.includes(says)
    ? []
    : BOTH.includes(says)
      ? ['gains', 'loses']
      : LOSES.includes(says)
        ? ['loses']
        : ['gains'];
  expect(kinds).toEqual(expected);
  for (const { says: kind, example, does } of found) {
    if (!example?.claims) continue;
    const [before, after] = [sound, template].map((one) => admitted(one, example, does));
    expect([kind, before, after]).toEqual(kind === 'gains' ? ['gains', false, true] : ['loses', true, false]);
  }
});

/** What the evaluator says of the same token and resource: the trust, the action on it, and what it takes besides. */
function admitted(
  template: Template,
  { claims = {}, resource, service, seconds }: ExampleRequest,
  does: string,
): boolean {
  const { resources } = resolveTemplate(template, ACME);
  const [role] = resources.filter(({ type }) => type === 'AWS::IAM::Role');
  const [provider] = resources.filter(({ type }) => type === 'AWS::IAM::OIDCProvider');
  const document = (type: string, property: string) =>
    resources
      .filter((one) => one.type === type && one.properties[property])
      .map(({ properties, attributes }) => ({
        policy: readPolicy(type, properties[property]),
        attachedTo: String(attributes.Arn),
      }));
  if (!(provider.properties.ClientIdList as string[]).includes(claims.aud)) return false;
  const trust = readPolicy('trust', role.properties.AssumeRolePolicyDocument);
  if (!saidYes(() => evaluateTrust(trust, { catalog, providerArn: String(provider.ref), claims }).allowed))
    return false;
  const may = (action: string, on: string, context = {}) =>
    authorize({
      catalog,
      principal: { arn: String(role.attributes.Arn), account: ACME.account },
      action,
      resource: on,
      context,
      identityPolicies: document('AWS::IAM::Policy', 'PolicyDocument').map(({ policy }) => policy),
      resourcePolicies: [
        ...document('AWS::CodeArtifact::Domain', 'PermissionsPolicyDocument'),
        ...document('AWS::CodeArtifact::Repository', 'PermissionsPolicyDocument'),
      ],
    }).allowed;
  if (resource === undefined) {
    const keys = { 'sts:AWSServiceName': service, 'sts:DurationSeconds': seconds };
    return may('sts:GetServiceBearerToken', '*', keys);
  }
  const [single] = /^codeartifact:\w+/.exec(does) ?? [];
  if (single) return may(single, resource);
  const domain = resource.replace(/:(package|repository)\/([^/]+).*/, ':domain/$2');
  const action = resource.includes(':package/')
    ? 'codeartifact:PublishPackageVersion'
    : 'codeartifact:ReadFromRepository';
  const bearer = { 'sts:AWSServiceName': 'codeartifact.amazonaws.com', 'sts:DurationSeconds': '900' };
  return (
    may(action, resource) &&
    may('codeartifact:GetAuthorizationToken', domain) &&
    may('sts:GetServiceBearerToken', '*', bearer) &&
    !isBlocked(template, resource)
  );
}

/** Package groups are no policies, and the evaluator of policies knows nothing of them. */
const isBlocked = (template: Template, resource: string) =>
  resource.includes(':package/') &&
  JSON.stringify(template).includes('"Publish":{"RestrictionMode":"BLOCK"}');

/** A claim that AWS has no key for is absent; the evaluator refuses to say so much. */
function saidYes(ask: () => boolean): boolean {
  try {
    return ask();
  } catch (error) {
    if ((error as Error).message.includes('is not known here')) return false;
    throw error;
  }
}
