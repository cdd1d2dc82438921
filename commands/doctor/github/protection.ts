import type { GitHub } from '../../github/github';
import { CannotLook } from '../../programs';
import type { Fault } from '../examination';
import { existing } from './repository';

interface Environment {
  readonly protection_rules?: readonly { readonly type: string }[];
}

/**
 * The environment that the publish job waits for. GitHub makes one that is missing, with no rules.
 *
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/deployments-and-environments
 */
export async function environmentFaults(github: GitHub, name: string, environment: string): Promise<Fault[]> {
  await existing(github, name);
  const path = `repos/${name}/environments/${encodeURIComponent(environment)}`;
  const { status, body } = await github.get<Environment>(path);
  const settings = `${github.url}/${name}/settings/environments`;
  if (status === 404) {
    const says = `${name} has no environment ${environment}: the first run would make one without rules.`;
    return [
      {
        id: 'environment-missing',
        says,
        remedy: `Make it, with reviewers or a rule for its branches and tags: ${settings}`,
      },
    ];
  }
  if (status !== 200) throw new CannotLook(`The environment ${environment} of ${name} can't be seen.`);
  if ((body.protection_rules ?? []).length > 0) return [];
  const says = `The environment ${environment} of ${name} has no protection rules: whoever starts the workflow publishes.`;
  return [
    {
      id: 'environment-unprotected',
      says,
      remedy: `Add reviewers, or a rule for its branches and tags: ${settings}`,
    },
  ];
}

interface Ruleset {
  readonly id: number;
  readonly name: string;
  readonly target?: string;
  readonly enforcement: string;
  readonly conditions?: {
    readonly ref_name?: { readonly include?: readonly string[]; readonly exclude?: readonly string[] };
  };
  readonly rules?: readonly { readonly type: string }[];
}

/** What keeps others from making a tag, and from moving one. */
const TAG_RULES = ['creation', 'update'];

/**
 * Whether rulesets keep others from pushing tags of these patterns.
 *
 * @see https://docs.github.com/en/repositories/configuring-branches-and-merges-in-your-repository/managing-rulesets/available-rules-for-rulesets
 */
export async function tagFaults(github: GitHub, name: string, patterns: readonly string[]): Promise<Fault[]> {
  await existing(github, name);
  const listed = await github.all<Ruleset>(`repos/${name}/rulesets?includes_parents=true&targets=tag`);
  const rulesets = await Promise.all(
    listed
      .filter(({ target = 'tag', enforcement }) => target === 'tag' && enforcement === 'active')
      .map(async ({ id }) => {
        const { status, body } = await github.get<Ruleset>(
          `repos/${name}/rulesets/${id}?includes_parents=true`,
        );
        if (status !== 200) throw new CannotLook(`The ruleset ${id} of ${name} can't be seen.`);
        return body;
      }),
  );
  const open = patterns.flatMap((pattern) => {
    const rules = rulesets
      .filter((ruleset) => covers(ruleset, pattern))
      .flatMap((ruleset) => ruleset.rules ?? []);
    const missing = TAG_RULES.filter((type) => !rules.some((rule) => rule.type === type));
    return missing.length === 0 ? [] : [`${pattern} (${missing.join(' and ')})`];
  });
  if (open.length === 0) return [];
  return [
    {
      id: 'tags-unprotected',
      says: `No active ruleset of ${name} restricts tags ${open.join(', ')}: whoever writes to the repository publishes.`,
      remedy: `Add a tag ruleset for them that restricts creations and updates: ${github.url}/${name}/settings/rules/new?target=tag`,
    },
  ];
}

function covers({ conditions }: Ruleset, pattern: string): boolean {
  const { include = [], exclude = [] } = conditions?.ref_name ?? {};
  const ref = `refs/tags/${pattern}`;
  return include.some((wider) => holdsAll(wider, ref)) && !exclude.some((other) => mayMeet(other, ref));
}

/**
 * Whether every ref of one pattern is one of a wider pattern. In both, `*` stands for anything but `/`, and `**` for
 * anything; a star of the narrower one is a character that only a star matches. It may say no where yes is right.
 */
export function holdsAll(wider: string, ref: string): boolean {
  if (wider === '~ALL') return true;
  const pattern = wider
    .split(/(\*\*\/?|\*|\?)/)
    .map((part) => {
      if (part.startsWith('**')) return '.*';
      if (part === '*') return '[^/]*';
      return part === '?' ? '[^/*]' : part.replaceAll(/[.+^$(){}|[\]\\]/g, '\\$&');
    })
    .join('');
  return new RegExp(`^${pattern}$`).test(ref);
}

/** Whether a pattern may take refs away: judged by what stands before the first star of each. */
function mayMeet(one: string, other: string): boolean {
  if (one === '~ALL') return true;
  const [a, b] = [one, other].map((pattern) => pattern.split(/[*?[]/)[0] ?? '') as [string, string];
  return a.startsWith(b) || b.startsWith(a);
}

/** Whether a branch can be pushed to by everybody who writes to the repository. */
export async function branchFaults(
  github: GitHub,
  name: string,
  branch: string,
  why: string,
): Promise<Fault[]> {
  await existing(github, name);
  const path = encodeURIComponent(branch);
  const { status, body } = await github.get<{ protected?: boolean }>(`repos/${name}/branches/${path}`);
  if (status !== 200) throw new CannotLook(`${name} has no branch ${branch} that can be seen.`);
  if (body.protected) return [];
  const rules = await github.all<{ type: string }>(`repos/${name}/rules/branches/${path}`);
  if (rules.length > 0) return [];
  return [
    {
      id: 'ref-unprotected',
      says: `The branch ${branch} of ${name} is not protected: ${why}.`,
      remedy: `Protect it, so that a change is reviewed: ${github.url}/${name}/settings/branches`,
    },
  ];
}
