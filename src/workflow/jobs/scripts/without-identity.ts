import { script } from './script';

/**
 * Starts the script again without the variables by which a step asks GitHub for the identity of its run. Taken away
 * in the middle of it, they could still be read from its process by what it starts.
 *
 * @see https://docs.github.com/en/actions/reference/security/oidc#methods-for-requesting-the-oidc-token
 */
export const WITHOUT_IDENTITY = script(`
  if [[ -n "$ACTIONS_ID_TOKEN_REQUEST_TOKEN" && "$0" == *.sh ]]; then
    exec env -u ACTIONS_ID_TOKEN_REQUEST_TOKEN -u ACTIONS_ID_TOKEN_REQUEST_URL \\
      bash --noprofile --norc -eo pipefail "$0"
  fi
  unset ACTIONS_ID_TOKEN_REQUEST_TOKEN ACTIONS_ID_TOKEN_REQUEST_URL
`);
