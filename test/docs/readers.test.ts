import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { namedBlocks } from '../../rehearsal/install/page';
import { actionlint } from '../../tools/judges/actionlint';
import { zizmor } from '../../tools/judges/zizmor';
import { deploy } from '../support/deployed';
import { schemaErrors } from '../support/json-schema';
import { readPage, runSnippet, snippetsOf } from '../support/page';
import { statementsIn } from '../support/statements';
import { trusts } from '../support/trust';

const PAGE = readPage('readers.md');
const blocks = namedBlocks(PAGE);

describe('docs/readers.md', () => {
  const [everybody, bots, ...more] = snippetsOf(PAGE);

  test('has the snippets that are tried here', () => {
    expect(more).toEqual([]);
  });

  test('says how large the trust in an organization is, whatever the environments', () => {
    const [, size] = /one for an organization takes (\d+)/.exec(PAGE) ?? [];
    const { stack } = runSnippet(everybody.replace(/ *environments.*\n/, ''));
    const [role] = deploy(stack).filter(({ logicalId }) => logicalId.startsWith('PythonEverybodyRole'));
    expect(JSON.stringify(role.properties.AssumeRolePolicyDocument)).toHaveLength(Number(size));
  });

  test('lets all repositories of an organization install, in the environment, too', () => {
    const { stack } = runSnippet(everybody);
    const role = deploy(stack).filter(({ logicalId }) => logicalId.startsWith('PythonEverybodyRole'));
    const trust = statementsIn(role, 'AWS::IAM::Role', 'AssumeRolePolicyDocument');
    const isTrusted = (context: string) =>
      trusts(trust, { sub: `repo:acme/any:${context}`, repository_owner_id: '1234' });
    expect(['ref:refs/heads/main', 'environment:production', 'environment:other'].map(isTrusted)).toEqual([
      true,
      true,
      false,
    ]);
  });

  test('shows the registry as the library says it, in a file that its schema takes', () => {
    const text = blocks.get('dependabot.yml') ?? '';
    const { registries } = runSnippet(bots, {}, ['registries', 'forAll']).said;
    expect(text).toContain(registries);
    expect(schemaErrors('dependabot-2.0.json')(parse(text))).toEqual([]);
  });

  test('has files for GitHub in which judges find nothing but that no commit is named', () => {
    const folder = mkdtempSync(join(tmpdir(), 'readers-page-'));
    const write = (path: string, name: string) => {
      mkdirSync(join(folder, path, '..'), { recursive: true });
      writeFileSync(join(folder, path), blocks.get(name) ?? '');
      return join(folder, path);
    };
    try {
      const renovate = write('.github/workflows/renovate.yml', 'renovate.yml');
      expect(actionlint([renovate])).toEqual([]);
      expect(zizmor([write('.github/dependabot.yml', 'dependabot.yml')])).toEqual([]);
      const found = zizmor([renovate], 'regular').flatMap(({ rule, suppressed }) =>
        suppressed ? [] : [rule],
      );
      expect([...new Set(found)].filter((rule) => rule !== 'unpinned-uses')).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
