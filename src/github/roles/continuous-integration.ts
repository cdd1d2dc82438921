/** Where CI runs: on branches, on tags and for pull requests. Jobs with an environment are none of them. */
export const CI_CONTEXTS = ['ref:refs/*', 'pull_request'];
