import { entryText, type TrustedIdentity } from '../../src/github/trust/entry-text';
import type { GitHub } from '../github/github';
import { CannotLook } from '../programs';
import type { DeployedStack } from './aws/deployed-stack';
import type { Examination } from './examination';
import {
  environmentOf,
  type GeneratedWorkflow,
  type Host,
  usesOf,
  variablesIn,
  type WorkflowText,
} from './expected/generated-workflow';
import type { ExpectedRole } from './expected/stacks';
import type { TrustedRepository } from './expected/trusted-role';
import { actionsFaults } from './github/allowed-actions';
import { branchFaults, environmentFaults, tagFaults } from './github/protection';
import { identityFaults, organizationFaults, repositoryNamed, subjectFaults } from './github/repository';
import { variableFaults } from './github/variables';
import { accessFaults, callerFaults, hostFaults, reusableFaults } from './github/workflow-files';

/** A repository whose workflows others call, and who they are. */
interface KnownHost {
  readonly github: GitHub;
  readonly host: Host;
  readonly callers: Set<string>;
  readonly files: Map<string, WorkflowText>;
}

/** What is there on GitHub, compared with what the roles trust and with the generated files. */
export class GitHubLook {
  private readonly done = new Set<string>();
  private readonly hosts = new Map<string, KnownHost>();

  public constructor(
    private readonly githubOf: (issuer: string) => GitHub,
    private readonly examination: Examination,
    /** The folders in which generated files were looked for. */
    private readonly checkouts: readonly string[],
  ) {}

  /** Looks at everybody whom a role trusts, and at the workflow that they publish with. */
  public async lookAt(
    role: ExpectedRole,
    values: Readonly<Record<string, string | undefined>>,
  ): Promise<void> {
    const github = this.githubOf(role.issuer);
    const { workflow } = role;
    if (role.publishes && !workflow) {
      const why = `No generated workflow of ${role.owner || role.name} is in ${this.checkouts.join(' or ')}. Run \`npx cdk synth\` outside of CI, or say --git-root with the folder that holds .github/.`;
      this.examination.unseen(role.name, 'workflow files', why);
    }
    const organizations = role.organizationIds.map((id) =>
      this.once(id, 'organization', () => organizationFaults(github, id)),
    );
    const names = role.repositories.map(({ name }) => name);
    await Promise.all(organizations);
    await Promise.all(
      role.repositories.map((repository) => this.repository(github, repository, role, values)),
    );
    if (workflow) this.noteHost(github, workflow, names);
  }

  private async repository(
    github: GitHub,
    repository: TrustedRepository,
    { workflow, issuer }: ExpectedRole,
    values: Readonly<Record<string, string | undefined>>,
  ): Promise<void> {
    const { name } = repository;
    const identity = this.once(name, 'name and ids', () => identityFaults(github, repository));
    if (!(await isThere(github, name))) return identity;
    const looks = [
      identity,
      this.once(name, 'subject format', () =>
        subjectFaults(github, repository, !issuer.endsWith('/_services/token')),
      ),
    ];
    if (workflow) {
      const { caller, callerPath, reusable, host } = workflow;
      const entry = async () => entryText(await withOwnId(github, repository));
      looks.push(
        this.once(name, callerPath, async () => callerFaults(github, name, workflow, await entry())),
        ...(host ? [] : [this.once(name, reusable.path, () => reusableFaults(github, name, reusable))]),
        ...this.protection(github, name, workflow),
        this.once(name, `actions of ${callerPath}`, () =>
          actionsFaults(github, name, [...usesOf(caller.workflow), ...usesOf(reusable.workflow)]),
        ),
      );
      const variables = Object.entries(variablesIn(workflow)).map(([input, variable]) => [
        variable,
        values[input],
      ]);
      if (variables.length > 0) {
        const expected = Object.fromEntries(variables);
        looks.push(
          this.once(name, `variables of ${callerPath}`, () => variableFaults(github, name, expected)),
        );
      }
    }
    await Promise.all(looks);
  }

  /** Who starts the workflow decides what is published. */
  private protection(github: GitHub, name: string, workflow: GeneratedWorkflow): Promise<void>[] {
    const environment = environmentOf(workflow);
    const { tags = [], branches = [] } = workflow.caller.workflow.on?.push ?? {};
    return [
      ...(environment === undefined
        ? []
        : [
            this.once(name, `environment ${environment}`, () => environmentFaults(github, name, environment)),
          ]),
      ...(tags.length === 0
        ? []
        : [this.once(name, `tags ${tags.join(', ')}`, () => tagFaults(github, name, tags))]),
      ...branches.map((branch) =>
        this.once(name, `branch ${branch}`, () =>
          branchFaults(github, name, branch, 'whoever writes to the repository publishes'),
        ),
      ),
    ];
  }

  private noteHost(github: GitHub, { host, reusable }: GeneratedWorkflow, callers: readonly string[]): void {
    if (!host) return;
    const key = `${host.repository}@${host.ref}`;
    const known = this.hosts.get(key) ?? { github, host, callers: new Set(), files: new Map() };
    for (const caller of callers) known.callers.add(caller);
    known.files.set(reusable.path, reusable);
    this.hosts.set(key, known);
  }

  /** Looks at the repositories whose workflows the others call, when all who call them are known. */
  public async lookAtHosts(): Promise<void> {
    for (const known of this.hosts.values()) await this.host(known);
  }

  private async host({ github, host, callers, files }: KnownHost): Promise<void> {
    const { repository: name, ref } = host;
    const there = this.once(name, 'host', () => hostFaults(github, name));
    if (!(await isThere(github, name))) return there;
    const looks = [
      there,
      ...[...files.values()].map((file) =>
        this.once(name, `${file.path} at ${ref}`, () => reusableFaults(github, name, file, host)),
      ),
      this.once(name, 'access for other repositories', () => accessFaults(github, host, [...callers])),
    ];
    if (!/^[0-9a-f]{40}$/.test(ref)) looks.push(this.hostRef(github, name, ref));
    await Promise.all(looks);
  }

  /** A host is a branch or a tag; a caller does not say which, and a branch of that name wins. */
  private hostRef(github: GitHub, name: string, ref: string): Promise<void> {
    return this.once(name, `protection of ${ref}`, async () => {
      const { status } = await github.get(`repos/${name}/branches/${encodeURIComponent(ref)}`);
      if (status === 404) return tagFaults(github, name, [ref]);
      return branchFaults(github, name, ref, 'whoever writes to it decides what every publisher runs');
    });
  }

  private async once(...[subject, what, faults]: Parameters<Examination['look']>): Promise<void> {
    const key = `${subject} ${what}`;
    if (this.done.has(key)) return;
    this.done.add(key);
    await this.examination.look(subject, what, faults);
  }
}

async function isThere(github: GitHub, name: string): Promise<boolean> {
  try {
    return (await repositoryNamed(github, name)) !== undefined;
  } catch (error) {
    if (error instanceof CannotLook) return false;
    throw error;
  }
}

/** What a role trusts of one repository. Where its subjects do not tell which of the ids is its own, GitHub does. */
export async function withOwnId(
  github: GitHub,
  { name, subjects, repositoryIds, ownerIds }: TrustedRepository,
): Promise<TrustedIdentity> {
  const repository = repositoryIds.length > 1 ? await repositoryNamed(github, name) : undefined;
  const [repositoryId] = repository
    ? repositoryIds.filter((id) => id === String(repository.id))
    : repositoryIds;
  const [ownerId] = ownerIds;
  if (repositoryId !== undefined) return { subjects: [...subjects], claims: { repository_id: repositoryId } };
  return { subjects: [...subjects], claims: ownerId === undefined ? {} : { repository_owner_id: ownerId } };
}

/** What the inputs of a caller should be, as far as the deployed stack tells. */
export function deployedValues(
  deployed: DeployedStack | undefined,
  role: ExpectedRole,
  roles: readonly ExpectedRole[],
): Record<string, string | undefined> {
  if (!deployed) return {};
  const readRole = roles.find(({ owner, publishes }) => owner === role.owner && !publishes);
  return {
    aws_region: deployed.region,
    domain_owner: deployed.account,
    role_to_assume: String(role.resource.attributes.Arn),
    role_to_read: readRole && String(readRole.resource.attributes.Arn),
  };
}
