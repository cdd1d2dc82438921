import { script } from './script';
import { TOOLS } from './venv';

const ALREADY_PUBLISHED =
  'has been published before with other contents, or this version exists in an upstream. ' +
  'A published file is never replaced: raise the version of the package and push its tag. ' +
  'To go on with a run that broke off, re-run its failed jobs only, so that nothing is built again.';

/**
 * Uploads each file by itself. CodeArtifact takes a file it has a second time where the bytes are the same,
 * so that a run can be repeated, and answers 409 where they are not.
 *
 * The token is masked before anything else can print it, and is known to this step only.
 *
 * @see https://docs.aws.amazon.com/codeartifact/latest/ug/python-configure-twine.html
 */
export const UPLOAD = script(`
  domain=(--domain "$DOMAIN" --domain-owner "$DOMAIN_OWNER")
  token=$(aws codeartifact get-authorization-token "\${domain[@]}" --duration-seconds 900 \\
    --query authorizationToken --output text)
  echo "::add-mask::$token"
  TWINE_REPOSITORY_URL=$(aws codeartifact get-repository-endpoint "\${domain[@]}" \\
    --repository "$REPOSITORY" --format pypi --query repositoryEndpoint --output text)
  export TWINE_REPOSITORY_URL TWINE_USERNAME=aws TWINE_PASSWORD="$token"
  for file in dist/*; do
    if answer=$("${TOOLS}/bin/twine" upload --non-interactive --disable-progress-bar "$file" 2>&1); then
      echo "Published \${file#dist/}"
      continue
    fi
    printf '%s\\n' "$answer"
    if [[ "$answer" == *'HTTPError: 409'* ]]; then
      echo "::error title=Already published::\${file#dist/} ${ALREADY_PUBLISHED}"
    fi
    exit 1
  done
`);
