/**
 * Whether GitHub gives a run an identity: it does not for pull requests from forks, whatever their workflow is granted,
 * so that they can not install private packages.
 *
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows#workflows-in-forked-repositories
 */
export const IS_NO_FORK =
  "github.event_name != 'pull_request' || github.event.pull_request.head.repo.full_name == github.repository";
