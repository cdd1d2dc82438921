import { script } from './script';

/**
 * Gets a token of 15 minutes and the endpoint of the repository into variables. The token is masked before
 * anything else can print it, and is known to this step only. On Windows, lines of the AWS CLI end with a carriage
 * return as well.
 *
 * @see https://docs.aws.amazon.com/codeartifact/latest/ug/tokens-authentication.html
 */
export const LOG_IN = script(`
  domain_options=(--domain "$DOMAIN" --domain-owner "$DOMAIN_OWNER")
  token=$(aws codeartifact get-authorization-token "\${domain_options[@]}" --duration-seconds 900 \\
    --query authorizationToken --output text | tr -d '\\r')
  echo "::add-mask::$token"
  endpoint=$(aws codeartifact get-repository-endpoint "\${domain_options[@]}" \\
    --repository "$REPOSITORY" --format pypi --query repositoryEndpoint --output text | tr -d '\\r')
`);

/**
 * Makes pip and uv install from the repository, which has the public packages, too, by its upstream.
 *
 * @see https://docs.aws.amazon.com/codeartifact/latest/ug/python-configure-pip.html
 */
export const READ_FROM_REPOSITORY = script(`
  export PIP_INDEX_URL="https://aws:$token@\${endpoint#https://}simple/"
  export UV_DEFAULT_INDEX="$PIP_INDEX_URL"
`);

/**
 * The same in the containers that cibuildwheel builds in on Linux. It takes the place of `environment-pass` in
 * `pyproject.toml`.
 *
 * @see https://cibuildwheel.pypa.io/en/stable/options/#environment-pass
 */
export const READ_IN_CONTAINERS = script(`
  export CIBW_ENVIRONMENT_PASS_LINUX="PIP_INDEX_URL UV_DEFAULT_INDEX \${CIBW_ENVIRONMENT_PASS_LINUX:-}"
`);
