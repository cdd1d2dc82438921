import type { AssemblyStack } from '../assembly';
import { Aws } from '../aws/aws';
import { GitHub } from '../github/github';
import type { Programs } from '../programs';
import { type DeployedStack, deployedStack } from './aws/deployed-stack';
import { DEPLOY } from './aws/identity';
import type { Examination } from './examination';
import type { GeneratedWorkflow } from './expected/generated-workflow';
import { type ExpectedStack, expectedStack } from './expected/stacks';
import { hostOf } from './expected/trusted-role';
import { lookAtAws } from './look-at-aws';
import { deployedValues, GitHubLook } from './look-at-github';

/** What is looked at, and where the person is logged in. */
export interface Inspection {
  readonly stacks: readonly AssemblyStack[];
  readonly workflows: readonly GeneratedWorkflow[];
  readonly checkouts: readonly string[];
  readonly programs: Programs;
  /** The Region of a stack that is for any. */
  readonly region?: string;
  /** Whether a real token is asked for. */
  readonly withToken: boolean;
}

/** Looks at everything that must be true once the stacks are deployed. */
export async function inspect(inspection: Inspection, examination: Examination): Promise<void> {
  const { programs, withToken } = inspection;
  const githubs = new Map<string, GitHub>();
  const githubOf = (issuer: string) => {
    const host = hostOf(issuer);
    const github = githubs.get(host) ?? new GitHub(programs, host === 'github.com' ? undefined : host);
    githubs.set(host, github);
    return github;
  };
  const lookAtGitHub = new GitHubLook(githubOf, examination, inspection.checkouts);
  const providers = new Set<string>();
  for (const { stack, aws, deployed, expected } of await placed(inspection, examination)) {
    const looks = expected.roles.map((role) =>
      lookAtGitHub.lookAt(role, deployedValues(deployed, role, expected.roles)),
    );
    if (deployed) {
      looks.push(lookAtAws(aws, stack.stackName, expected, examination, { withToken, providers }));
    }
    await Promise.all(looks);
  }
  await lookAtGitHub.lookAtHosts();
}

interface Placed {
  readonly stack: AssemblyStack;
  readonly aws: Aws;
  readonly deployed?: DeployedStack;
  readonly expected: ExpectedStack;
}

/** The stacks that have something to look at, and where they are. */
async function placed(
  { stacks, workflows, programs, region: anyRegion }: Inspection,
  examination: Examination,
): Promise<Placed[]> {
  const found: Placed[] = [];
  const physicalNames = new Map<string, string>();
  for (const stack of stacks) {
    if (isEmpty(expectedStack(stack, undefined, workflows)) && !hasNested(stacks, stack)) continue;
    const stackName = physicalNames.get(stack.stackName) ?? stack.stackName;
    const region = stack.region ?? anyRegion;
    const aws = new Aws(programs, region);
    let deployed: DeployedStack | undefined;
    await examination.look(stack.stackName, 'deployed', async () => {
      deployed = await deployedStack(aws, { ...stack, stackName, region });
      if (deployed) return [];
      return [{ id: 'stack-missing' as const, says: `There is no stack ${stackName}.`, remedy: DEPLOY }];
    });
    // A stack that is nested is called after its resource in the assembly, and has a name of its own.
    for (const [id, physical] of Object.entries(deployed?.physicalIds ?? {})) {
      physicalNames.set(`${stack.stackName}-${id}`, physical);
    }
    found.push({ stack, aws, deployed, expected: expectedStack(stack, deployed, workflows) });
  }
  return found;
}

function hasNested(stacks: readonly AssemblyStack[], { path }: AssemblyStack): boolean {
  return stacks.some((other) => other.path.startsWith(`${path}/`));
}

function isEmpty({ roles, domains, repositories, packageGroups }: ExpectedStack): boolean {
  return [roles, domains, repositories, packageGroups].every((resources) => resources.length === 0);
}

/** At most so many programs at once: each is a process, and GitHub wants few requests at a time. */
export function fewAtOnce(programs: Programs, limit = 6): Programs {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (...call) => {
    if (running >= limit) await new Promise<void>((go) => waiting.push(go));
    else running++;
    try {
      return await programs(...call);
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running--;
    }
  };
}
