/**
 * What is said to zizmor beside a workflow that is called, where it would want another way to name it; none where
 * the call is pinned to a commit.
 *
 * @see https://docs.zizmor.sh/usage/#ignoring-results
 */
export function suppressionFor(uses: string): string | undefined {
  // GitHub resolves `$/` to a commit, and no trust that names a branch or a tag matches `@SHA`.
  if (uses.startsWith('./'))
    return 'zizmor: ignore[self-repository] what $/ makes of the claim job_workflow_ref is not documented';
  if (/@[0-9a-f]{40}$/.test(uses)) return undefined;
  return 'zizmor: ignore[unpinned-uses] the host decides what this ref is, and the publish role trusts it';
}
