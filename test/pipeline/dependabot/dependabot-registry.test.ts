import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Aspects, CfnParameter, Stack } from 'aws-cdk-lib';
import { CfnDomain, CfnRepository } from 'aws-cdk-lib/aws-codeartifact';
import { CfnRole } from 'aws-cdk-lib/aws-iam';
import * as fc from 'fast-check';
import { parse } from 'yaml';
import {
  Domain,
  GitHubReader,
  type PackageReaderOptions,
  type PythonArtifactPipelineProps,
} from '../../../src';
import { zizmor } from '../../../tools/judges/zizmor';
import { aspect } from '../../support/aspects';
import { schemaErrors } from '../../support/json-schema';
import { newPython } from '../../support/python';
import { expectRefusal } from '../../support/refusals';
import { ACME } from '../../support/stacks';

const SHOP = GitHubReader.repository('acme/shop', { ownerId: '1234', repositoryId: '3456' });
const DOCS =
  'See https://docs.github.com/en/code-security/how-tos/secure-your-supply-chain/manage-your-dependency-security/configuring-access-to-private-registries-for-dependabot#using-oidc-for-authentication';

function readerWith(
  options: Partial<PackageReaderOptions> = {},
  props: Partial<PythonArtifactPipelineProps> = {},
  stack = new Stack(new App(), 'Artifacts', { env: ACME }),
) {
  const { pipeline } = newPython(stack, props);
  return pipeline.addReader('Bots', { repositories: [SHOP], dependabot: {}, ...options });
}

/** A whole `dependabot.yml` with the block as the library gives it. */
const dependabotYml = (registry: string, name = 'acme-python') => `version: 2
${registry}updates:
  - package-ecosystem: uv
    directory: /
    registries:
      - ${name}
    schedule:
      interval: weekly
    cooldown:
      default-days: 7
`;

describe('the registry for dependabot.yml', () => {
  test('is one of Python that replaces public PyPI, with the role and its path', () => {
    expect(
      readerWith({ rolePath: '/readers/bots/', dependabot: { roleName: 'bot' } }).dependabotRegistry,
    ).toBe(`registries:
  acme-python:
    type: python-index
    url: https://acme-111111111111.d.codeartifact.us-east-1.amazonaws.com/pypi/python/simple/
    replaces-base: true
    aws-region: us-east-1
    account-id: "111111111111"
    role-name: readers/bots/bot
    domain: acme
    domain-owner: "111111111111"
    audience: sts.amazonaws.com
`);
  });

  test('names a role of its own, made from stack, reader and Region', () => {
    const reader = readerWith();
    const { 'acme-python': registry } = parse(reader.dependabotRegistry).registries;
    expect(registry['role-name']).toMatch(/^Artifacts-Python-Bots-\w+-dependabot-us-east-1$/);
    expect(reader.dependabotRole?.node.id).toBe('DependabotRole');
  });

  test('has the account of the role, and the owner of the domain', () => {
    const stack = new Stack(new App(), 'Artifacts', { env: ACME });
    const domain = Domain.fromDomainAttributes(stack, 'Domain', {
      domainName: 'globex',
      domainOwner: '222222222222',
    });
    const reader = readerWith({}, { domain }, stack);
    expect(parse(reader.dependabotRegistry).registries['globex-python']).toMatchObject({
      url: 'https://globex-222222222222.d.codeartifact.us-east-1.amazonaws.com/pypi/python/simple/',
      'account-id': '111111111111',
      'domain-owner': '222222222222',
    });
  });

  test('says what the tree says last', () => {
    const reader = readerWith();
    const app = reader.node.root as App;
    Aspects.of(app).add(
      aspect((node) => {
        if (node instanceof CfnDomain) node.domainName = 'globex';
        if (node instanceof CfnRepository) node.addPropertyOverride('RepositoryName', 'snakes');
        if (node instanceof CfnRole && node.node.path.includes('Dependabot')) node.path = '/bots/';
      }),
    );
    app.synth();
    expect(parse(reader.dependabotRegistry).registries).toMatchObject({
      'globex-snakes': {
        url: expect.stringMatching(/^https:\/\/globex-111111111111\..*\/pypi\/snakes\/simple\/$/),
        domain: 'globex',
        'role-name': expect.stringMatching(/^bots\/Artifacts-Python-Bots-/),
      },
    });
  });

  test('keeps accounts as text, whatever digits they have', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9]{12}$/), (account) => {
        const stack = new Stack(new App(), 'Artifacts', { env: { account, region: 'eu-west-1' } });
        const [registry] = Object.values(parse(readerWith({}, {}, stack).dependabotRegistry).registries);
        expect(registry).toMatchObject({ 'account-id': account, 'domain-owner': account });
      }),
      { numRuns: 20, examples: [['000000000000'], ['012345670123'], ['123456789012']] },
    );
  });
});

describe('a dependabot.yml with the registry', () => {
  const errorsOf = schemaErrors('dependabot-2.0.json');
  const text = dependabotYml(readerWith().dependabotRegistry);

  test('is valid by the published schema', () => {
    expect(errorsOf(parse(text))).toEqual([]);
  });

  test.each([
    [
      'an account without its quotes',
      ['"111111111111"', '111111111111'],
      '/registries/acme-python/account-id must be string',
    ],
    ['a key that is none', ['role-name:', 'role-arn:'], '"additionalProperty":"role-arn"'],
    ['another type', ['python-index', 'pypi'], '/registries/acme-python/type must be equal to one of'],
  ])('is not with %s', (_what, [from, to], error) => {
    expect(errorsOf(parse(text.replaceAll(from, to))).join('\n')).toContain(error);
  });

  test('is one in which zizmor finds nothing, and finds what is wrong', () => {
    const folder = mkdtempSync(join(tmpdir(), 'dependabot-'));
    try {
      const file = join(folder, '.github', 'dependabot.yml');
      mkdirSync(join(folder, '.github'));
      writeFileSync(file, text);
      expect(zizmor([file])).toEqual([]);
      writeFileSync(
        file,
        text.replace('    schedule', '    insecure-external-code-execution: allow\n    schedule'),
      );
      expect(zizmor([file]).map(({ rule }) => rule)).toEqual(['dependabot-execution']);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('the registry for all of an organization', () => {
  test('has the values of the other, and is visible to the repositories that are trusted', () => {
    const reader = readerWith();
    const { 'acme-python': registry } = parse(reader.dependabotRegistry).registries;
    const { type: _, ...values } = registry;
    const renamed = Object.entries(values).map(([name, value]) => [name.replaceAll('-', '_'), value]);
    expect(JSON.parse(reader.organizationRegistry)).toEqual({
      registry_type: 'python_index',
      auth_type: 'oidc_aws',
      ...Object.fromEntries(renamed),
      visibility: 'selected',
      selected_repository_ids: [3456],
    });
    expect(reader.organizationRegistry).toMatch(/^\{\n {2}"registry_type".*\n\}\n$/s);
  });

  test.each([
    ['an organization is trusted', GitHubReader.organization('acme', { ownerId: '1234' })],
    ['a repository has no id', GitHubReader.repository('acme/cart')],
    [
      'one has an id that is known later',
      GitHubReader.repository('acme/cart', { repositoryId: 'dummy-value-for-id' }),
    ],
  ])('is visible to private repositories where %s', (_what, other) => {
    const registry = JSON.parse(readerWith({ repositories: [SHOP, other] }).organizationRegistry);
    expect(registry.visibility).toBe('private');
    expect(registry).not.toHaveProperty('selected_repository_ids');
  });
});

describe('a registry is refused', () => {
  test('where Dependabot was not let in', () => {
    const reader = readerWith({ dependabot: undefined });
    for (const attempt of [() => reader.dependabotRegistry, () => reader.organizationRegistry]) {
      expectRefusal(
        attempt,
        'dependabot (not given) is what lets Dependabot install, and this reader does not.',
        "Write instead: dependabot: { defaultBranches: ['main'] } among the options of the reader.",
        DOCS,
        '(construct Artifacts/Python/Bots)',
      );
    }
  });

  test('with a name that only deployment knows', () => {
    const stack = new Stack(new App(), 'Artifacts', { env: ACME });
    const repositoryName = new CfnParameter(stack, 'Name').valueAsString;
    expectRefusal(
      () => readerWith({}, { repositoryName }, stack).dependabotRegistry,
      'dependabot "url" is what only the deployment knows here, and dependabot.yml knows no variables.',
      'Allowed: a domain, a repository and a role with names, accounts and Regions that are text.',
      DOCS,
      '(construct Artifacts/Python/Bots)',
    );
  });
});
