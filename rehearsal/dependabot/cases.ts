import type { Door } from '../cases/door';
import { Refused } from '../cases/door';
import { EXAMPLE } from '../cases/example';
import type { JobIdentity } from '../github/claims';
import type { GitHubRepository } from '../github/repository';
import type { Stage } from '../stage';
import { type DependabotSetup, SHOP } from './app';
import { DependabotProxy, type Registry } from './proxy';

export const PACKAGE = EXAMPLE.package;

/** A run of Dependabot, and what it is to come to. */
export interface DependabotCase {
  readonly says: string;
  readonly repository?: GitHubRepository;
  /** What the run is on. */
  readonly ref?: string;
  readonly registry?: (setup: DependabotSetup) => Registry;
  readonly expect: 'allowed' | readonly [Door, RegExp];
}

const STRANGER: GitHubRepository = { name: 'acme/website', ownerId: '1234', repositoryId: '7777' };
const ELSEWHERE: GitHubRepository = { name: 'globex/shop', ownerId: '9', repositoryId: '88' };
const NOT_AUTHORIZED = ['STS', /Not authorized to perform sts:AssumeRoleWithWebIdentity/] as const;
const withRole = (name: 'readRoleName' | 'publishRoleName') => (setup: DependabotSetup) => ({
  ...setup.shop,
  'role-name': setup[name],
});
const organization = (setup: DependabotSetup) => setup.organization;

export const DEPENDABOT_CASES: readonly DependabotCase[] = [
  { says: 'Dependabot of a repository that is named', expect: 'allowed' },
  {
    says: 'Dependabot of that repository, with an immutable subject',
    repository: { ...SHOP, immutableSubject: true },
    expect: 'allowed',
  },
  {
    says: 'Dependabot of any repository of an organization',
    repository: STRANGER,
    registry: organization,
    expect: 'allowed',
  },
  {
    says: 'Dependabot of any repository of an organization, with an immutable subject',
    repository: { ...STRANGER, immutableSubject: true },
    registry: organization,
    expect: 'allowed',
  },
  { says: 'Dependabot of another repository', repository: STRANGER, expect: NOT_AUTHORIZED },
  {
    says: 'Dependabot of whoever took over the name',
    repository: { ...SHOP, ownerId: '9', repositoryId: '88' },
    expect: NOT_AUTHORIZED,
  },
  {
    says: 'Dependabot of another organization',
    repository: ELSEWHERE,
    registry: organization,
    expect: NOT_AUTHORIZED,
  },
  {
    says: 'Dependabot of whoever took over the name of the organization',
    repository: { ...STRANGER, ownerId: '9' },
    registry: organization,
    expect: NOT_AUTHORIZED,
  },
  { says: 'a run on another branch', ref: 'refs/heads/dependabot/uv/main', expect: NOT_AUTHORIZED },
  { says: 'Dependabot as the publish role', registry: withRole('publishRoleName'), expect: NOT_AUTHORIZED },
  {
    says: 'Dependabot as the role of a reader that holds tokens to a time',
    registry: withRole('readRoleName'),
    expect: ['CodeArtifact', /not authorized to perform: sts:GetServiceBearerToken/],
  },
];

/** Plays a run up to the file of a package; throws where it is refused. */
export async function playDependabot(
  stage: Stage,
  setup: DependabotSetup,
  one: DependabotCase,
): Promise<void> {
  const { repository = SHOP, ref = 'refs/heads/main', registry = ({ shop }) => shop } = one;
  const workflow = `${repository.name}/dynamic/dependabot/dependabot-updates@${ref}`;
  const job: JobIdentity = {
    repository,
    event: { name: 'workflow_dispatch', ref, actor: 'dependabot[bot]' },
    workflowRef: workflow,
    jobWorkflowRef: workflow,
  };
  const { issuer } = stage.backdrop;
  const endpoint = issuer.register(job);
  try {
    const proxy = new DependabotProxy(registry(setup), endpoint, {
      sts: stage.machine.endpoints.sts,
      codeartifact: stage.machine.endpoints.codeartifact,
      index: (path) => `${stage.pypiUrl}/pypi/d/${EXAMPLE.domain}-${EXAMPLE.account}/${path}`,
    });
    await install(proxy);
  } finally {
    issuer.revoke(endpoint);
  }
}

/** The page of the package and the file, as the updater asks for them. */
async function install(proxy: DependabotProxy): Promise<void> {
  const page = await proxy.get(`${PACKAGE.name}/`);
  const text = await page.text();
  if (!page.ok) throw new Refused('index', text);
  const [, href] = /href="([^"#]+)/.exec(text) ?? [];
  if (!href) throw new Error(`the page lists no file: ${text}`);
  const file = await proxy.get(`${PACKAGE.name}/${href}`);
  if (!file.ok) throw new Refused('index', await file.text());
  if (!(await file.arrayBuffer()).byteLength) throw new Error('the file is empty');
}
