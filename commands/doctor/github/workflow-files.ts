import { withoutOrigin } from '../../../src/workflow/checkout/header';
import type { GitHub } from '../../github/github';
import type { Fault } from '../examination';
import type { GeneratedWorkflow, Host, WorkflowText } from '../expected/generated-workflow';
import { callerDifference } from './caller-difference';
import { fileIn } from './files';
import { existing, repositoryNamed, unlessAdministered } from './repository';

export const ROLLOUT =
  'Run `npx cdk-python-artifact-pipeline rollout`, which prints the file; with --pull-request it opens a pull request.';

/** The workflow that publishes a package, in its repository. */
export async function callerFaults(
  github: GitHub,
  repository: string,
  generated: GeneratedWorkflow,
  entry?: string,
): Promise<(Fault | undefined)[]> {
  await existing(github, repository);
  const { callerPath } = generated;
  const file = await fileIn(github, repository, callerPath);
  if (!file) {
    const says = `${repository} has no ${callerPath} on its default branch, so that nothing publishes it.`;
    return [{ id: 'caller-missing', says, remedy: ROLLOUT }];
  }
  const difference = callerDifference(generated, file.text, entry);
  if (difference === undefined) return [];
  return [
    {
      id: 'caller-differs',
      says: `${callerPath} is not as it is generated: ${difference}.`,
      remedy: ROLLOUT,
    },
  ];
}

/** The reusable workflow, where the callers look for it. */
export async function reusableFaults(
  github: GitHub,
  repository: string,
  reusable: WorkflowText,
  host?: Host,
): Promise<(Fault | undefined)[]> {
  await existing(github, repository);
  const { path, text } = reusable;
  const place = host ? `${repository} at ${host.ref}` : repository;
  const remedy = host ? `Run \`npx cdk synth\`, and commit ${path} to ${place}.` : ROLLOUT;
  const file = await fileIn(github, repository, path, host?.ref);
  if (!file) return [{ id: 'workflow-missing', says: `${place} has no ${path}.`, remedy }];
  if (withoutOrigin(file.text) === withoutOrigin(text)) return [];
  return [{ id: 'workflow-differs', says: `${path} of ${place} is not what the app generates.`, remedy }];
}

/** The repository that holds the reusable workflow. */
export async function hostFaults(github: GitHub, name: string): Promise<Fault[]> {
  if (await repositoryNamed(github, name)) return [];
  const says = `GitHub has no ${name} that the account gh is logged in to may see, and every publisher calls its workflow.`;
  const remedy = 'Mend the host in the CDK app, or run `gh auth switch` to an account that sees it.';
  return [{ id: 'host-missing', says, remedy }];
}

interface Access {
  readonly access_level: 'none' | 'user' | 'organization' | 'enterprise';
}

/**
 * Whether the repositories of the publishers may call the host's workflow. Everybody may, where it is public.
 *
 * @see https://docs.github.com/en/rest/actions/permissions#get-the-level-of-access-for-workflows-outside-of-the-repository
 */
export async function accessFaults(
  github: GitHub,
  { repository: host }: Host,
  publishers: readonly string[],
): Promise<(Fault | undefined)[]> {
  const repository = await existing(github, host);
  const { visibility } = repository;
  const others = publishers.filter((name) => name.toLowerCase() !== host.toLowerCase());
  if (visibility === 'public' || others.length === 0) return [];
  const { status, body } = await github.get<Access>(`repos/${host}/actions/permissions/access`);
  if (status !== 200) throw unlessAdministered(repository, 'The access to its workflows');
  const ownerOf = (name: string) => name.split('/')[0]?.toLowerCase();
  const isOwn = others.every((name) => ownerOf(name) === ownerOf(host));
  const enough = isOwn ? ['user', 'organization', 'enterprise'] : ['enterprise'];
  if (enough.includes(body.access_level)) return [];
  const level = isOwn ? 'organization' : 'enterprise';
  return [
    {
      id: 'host-access',
      says: `${host} is ${visibility}, and its access level for other repositories is ${body.access_level}: ${others.join(', ')} can't call its workflow.`,
      remedy: `Run \`gh api -X PUT repos/${host}/actions/permissions/access -f access_level=${level}\`, or choose it in its settings under Actions.`,
    },
  ];
}
