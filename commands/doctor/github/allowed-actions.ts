import { matchesText } from '../../../evaluation/authorization';
import type { GitHub } from '../../github/github';
import type { Fault } from '../examination';
import { existing, unlessAdministered } from './repository';

interface Permissions {
  readonly enabled: boolean;
  readonly allowed_actions?: 'all' | 'local_only' | 'selected';
}

interface SelectedActions {
  readonly github_owned_allowed?: boolean;
  readonly verified_allowed?: boolean;
  readonly patterns_allowed?: readonly string[];
}

/** Owners of actions that GitHub calls its own, and those of generated workflows that it calls verified. */
const GITHUB_OWNED = ['actions', 'github'];
const VERIFIED = ['aws-actions'];

/**
 * Whether the repository lets its workflows use what the generated ones use. A reusable workflow is judged by the
 * repository that calls it.
 *
 * @see https://docs.github.com/en/rest/actions/permissions
 */
export async function actionsFaults(
  github: GitHub,
  name: string,
  uses: readonly string[],
): Promise<(Fault | undefined)[]> {
  const repository = await existing(github, name);
  const { status, body } = await github.get<Permissions>(`repos/${name}/actions/permissions`);
  if (status !== 200) throw unlessAdministered(repository, 'What actions are allowed');
  if (!body.enabled) {
    const says = `GitHub Actions are switched off for ${name}.`;
    const remedy = `Run \`gh api -X PUT repos/${name}/actions/permissions -F enabled=true\`, or switch them on in its settings.`;
    return [{ id: 'actions-disabled', says, remedy }];
  }
  if (body.allowed_actions === undefined || body.allowed_actions === 'all') return [];
  const selected = body.allowed_actions === 'selected' ? await selectedActions(github, name) : {};
  const [owner] = name.split('/');
  const refused = uses.filter((used) => !used.startsWith('./') && !isAllowed(used, String(owner), selected));
  if (refused.length === 0) return [];
  return [
    {
      id: 'action-not-allowed',
      says: `${name} does not allow ${refused.join(', ')}.`,
      remedy: `Allow them in its settings under Actions, or in those of its organization: ${refused.map((used) => `${used.split('@')[0]}@*`).join(', ')}`,
    },
  ];
}

async function selectedActions(github: GitHub, name: string): Promise<SelectedActions> {
  const { status, body } = await github.get<SelectedActions>(
    `repos/${name}/actions/permissions/selected-actions`,
  );
  if (status !== 200) throw unlessAdministered(await existing(github, name), 'What actions are allowed');
  return body;
}

/** What is of the same owner is always allowed; a pattern that begins with `!` takes away. */
function isAllowed(used: string, owner: string, selected: SelectedActions): boolean {
  const [usedOwner = ''] = used.split('/');
  const fits = (pattern: string) =>
    matchesText(pattern.includes('@') ? pattern : `${pattern}@*`, used) || matchesText(pattern, used);
  const patterns = selected.patterns_allowed ?? [];
  if (patterns.some((pattern) => pattern.startsWith('!') && fits(pattern.slice(1)))) return false;
  if (usedOwner.toLowerCase() === owner.toLowerCase()) return true;
  if (selected.github_owned_allowed && GITHUB_OWNED.includes(usedOwner)) return true;
  if (selected.verified_allowed && VERIFIED.includes(usedOwner)) return true;
  return patterns.some(fits);
}
