import { join } from 'node:path';
import { CannotLook } from '../../commands/programs';
import type { Catalog } from '../../evaluation/authorization';
import { type ResolvedResource, readSetup, resolveTemplate } from '../../evaluation/template';
import { Cloud, type Credentials } from '../aws/cloud';
import { ControlPlane } from '../aws/codeartifact';
import { codeArtifactLookups, type Deployed, queryLookups } from '../aws/deployed';
import { serveQuery } from '../aws/query-service';
import { Sts } from '../aws/sts';
import { serveSts } from '../aws/sts-service';
import { EXAMPLE } from '../cases/example';
import { ORGANIZATIONS, person } from '../cases/people';
import { type RestRepository, restRepository } from '../github/rest/repository';
import { RestApi } from '../github/rest/rest-api';
import { PackageIndex } from '../index/package-index';
import { Store } from '../index/store';
import type { Service } from '../net/serve';
import { awsCli, type Printed } from '../programs/aws-cli';
import { ghCli } from '../programs/gh-cli';
import type { Synthesized } from './app';

/** The token that `gh` is logged in with: nobody may ever see it. */
export const GITHUB_TOKEN = `ghp_${'rehearsal'.repeat(4)}`;

/** What somebody who deployed the app and set up GitHub has, and what a fault changes of it. */
export interface World {
  /** What CloudFormation made, and what became of it since. */
  stacks: { stackName: string; resources: ResolvedResource[] }[];
  readonly github: RestApi;
  /** The actions of IAM and CloudFormation that the person has no right to. */
  readonly refused: Set<string>;
  /** The account that `aws` is logged in to. */
  account: string;
  /** Programs that are not installed, and those that nobody is logged in to. */
  readonly missing: Set<string>;
  readonly loggedOut: Set<string>;
}

/** An organization without repositories, and an account with nothing in it. */
export function emptyWorld(): World {
  return {
    stacks: [],
    github: new RestApi([], [{ login: 'acme', id: 1234 }], GITHUB_TOKEN),
    refused: new Set(),
    account: EXAMPLE.account,
    missing: new Set(),
    loggedOut: new Set(),
  };
}

/** All that is right, for an app that was synthesized. */
export function soundWorld({ templates, files }: Synthesized): World {
  const repository = (name: string, id: number, change: (repository: RestRepository) => void) => {
    const made = restRepository(name, id, 1234);
    change(made);
    return made;
  };
  const commit = (to: RestRepository, path: string, from = path) => {
    const text = files[from];
    const branch = to.branches.main;
    if (text === undefined || !branch) throw new Error(`${from} is not among the files`);
    branch.files[path] = text;
  };
  const protectTags = (to: RestRepository) => {
    const rules = ['creation', 'update', 'deletion'];
    to.rulesets.push({ id: 7, name: 'versions', enforcement: 'active', include: ['refs/tags/v*'], rules });
  };
  const calls = (to: RestRepository, name: string) =>
    commit(to, `.github/workflows/${name}`, `workflow-templates/${name}`);
  const repositories = [
    repository('acme/platform', 1111, (host) => {
      host.access = 'organization';
      commit(host, '.github/workflows/codeartifact_python.yml');
      commit(host, '.github/workflows/codeartifact_python_release.yml');
      commit(host, '.github/workflows/codeartifact_python_everybody.yml');
    }),
    repository('acme/orders-sdk', 5678, (orders) => {
      protectTags(orders);
      calls(orders, 'publish_python.yml');
      const patterns_allowed = ['aws-actions/*'];
      const selected = { github_owned_allowed: true, verified_allowed: false, patterns_allowed };
      orders.actions = { enabled: true, allowed_actions: 'selected', selected };
    }),
    repository('acme/billing-sdk', 9012, (billing) => {
      protectTags(billing);
      calls(billing, 'publish_python.yml');
      billing.subject.use_immutable_subject = true;
      billing.subject.sub_claim_prefix = 'repo:acme@1234/billing-sdk@9012';
    }),
    repository('acme/lab', 7890, (lab) => {
      protectTags(lab);
      calls(lab, 'publish_python_release.yml');
      lab.environments.release = { protection_rules: ['required_reviewers'] };
    }),
    repository('acme/tools', 3456, (tools) => {
      commit(tools, '.github/workflows/codeartifact_tools.yml');
      commit(tools, '.github/workflows/publish_tools.yml');
      tools.variables = {
        CODEARTIFACT_DOMAIN_OWNER: EXAMPLE.account,
        CODEARTIFACT_ROLE_TO_ASSUME: `arn:aws:iam::${EXAMPLE.account}:role/Anywhere-PythonPublisherRoleF9D656D4`,
      };
    }),
  ];
  const world = emptyWorld();
  world.github.repositories.push(...repositories);
  world.github.organizationVariables = { CODEARTIFACT_REGION: EXAMPLE.region };
  for (const [stackName, template] of Object.entries(templates)) {
    const place = { account: EXAMPLE.account, region: EXAMPLE.region, stackName };
    world.stacks.push({
      stackName,
      resources: structuredClone([...resolveTemplate(template, place).resources]),
    });
  }
  return world;
}

/** The stand-ins of a world, and the programs that lead to them. */
export class Doctored {
  public static async open(world: World, catalog: Catalog, folder: string): Promise<Doctored> {
    const { region } = EXAMPLE;
    const deployed: Deployed = world.account === EXAMPLE.account ? world.stacks : [];
    const setup = readSetup({
      resources: deployed.flatMap(({ resources }) => resources).map(withoutManagedPolicies),
      outputs: {},
      exports: {},
    });
    const cloud = new Cloud(catalog, setup, region, ORGANIZATIONS);
    const index = new PackageIndex(
      () => setup,
      new Store(join(folder, 'packages')),
      'http://127.0.0.1:9/simple',
    );
    const control = new ControlPlane(
      cloud,
      index,
      () => '',
      codeArtifactLookups(cloud, () => deployed),
    );
    const query = await serveQuery(
      cloud,
      queryLookups(() => deployed),
      world.refused,
    );
    const services = {
      github: await world.github.serve(),
      sts: await serveSts(new Sts(cloud, () => undefined), cloud),
      iam: query,
      codeartifact: await control.serve(),
    };
    return new Doctored(world, cloud, services, cloud.signIn(person(world.account, 'everything')));
  }

  private constructor(
    public readonly world: World,
    public readonly cloud: Cloud,
    private readonly services: Readonly<Record<'github' | 'sts' | 'iam' | 'codeartifact', Service>>,
    public readonly credentials: Credentials,
  ) {}

  /** Where the services listen, by the names that the AWS CLI has for them. */
  public get endpoints(): Record<string, string> {
    const { sts, iam, codeartifact } = this.services;
    return { sts: sts.url, iam: iam.url, cloudformation: iam.url, codeartifact: codeartifact.url };
  }

  public get githubUrl(): string {
    return this.services.github.url;
  }

  /** Everything that nobody else may see. */
  public get secrets(): string[] {
    return [GITHUB_TOKEN, ...this.cloud.secrets];
  }

  /** The programs of the person's machine. */
  public async run(program: 'gh' | 'aws', args: readonly string[], input?: string): Promise<Printed> {
    if (this.world.missing.has(program)) throw new CannotLook(`${program} is not on the PATH.`);
    if (program === 'aws' && this.world.loggedOut.has('aws')) {
      return {
        code: 253,
        stdout: '',
        stderr: '\nUnable to locate credentials. You can configure credentials.\n',
      };
    }
    if (program === 'gh') {
      const login = { url: this.githubUrl, token: GITHUB_TOKEN };
      return ghCli(args, input, this.world.loggedOut.has('gh') ? undefined : login);
    }
    return awsCli(args, { endpoints: this.endpoints, credentials: this.credentials });
  }

  public async close(): Promise<void> {
    await Promise.all(Object.values(this.services).map((service) => service.close()));
  }
}

/** A setup knows inline policies alone, and nobody is let in here by others. */
function withoutManagedPolicies(resource: ResolvedResource): ResolvedResource {
  const { ManagedPolicyArns: _managed, ...properties } = resource.properties;
  return { ...resource, properties };
}
