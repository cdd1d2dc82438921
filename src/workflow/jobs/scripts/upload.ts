import { CONFLICTS, LIKELY_REFUSALS, told } from '../../../codeartifact/package/upload-refusals';
import { Uploader } from '../../options/uploader';
import { LOG_IN } from './codeartifact';
import { script, scriptOf } from './script';
import { TOOLS } from './venv';
import { WITHOUT_IDENTITY } from './without-identity';

interface UploadCommand {
  /** What the names of the tool's variables begin with: those that the machine has say nothing here. */
  readonly prefix: string;
  /** The variables that hold the endpoint and the credentials. */
  readonly variables: string;
  readonly command: string;
  /** What the tool says when CodeArtifact answers 409, as a pattern of bash. */
  readonly conflict: string;
}

const COMMANDS: Record<Uploader, UploadCommand> = {
  [Uploader.TWINE]: {
    prefix: 'TWINE_',
    variables: 'TWINE_REPOSITORY_URL="$endpoint" TWINE_USERNAME=aws TWINE_PASSWORD="$token"',
    command: `"${TOOLS}/bin/twine" upload --non-interactive --disable-progress-bar "$file"`,
    conflict: "*'HTTPError: 409'*",
  },
  [Uploader.UV]: {
    prefix: 'UV_',
    variables:
      'UV_NO_CONFIG=1 UV_PUBLISH_URL="$endpoint" UV_PUBLISH_USERNAME=aws UV_PUBLISH_PASSWORD="$token"',
    command: `"${TOOLS}/bin/uv" publish --no-progress --trusted-publishing never "$file"`,
    conflict: "*'status code 409'*",
  },
};

/** What the run tells of each package at its end. A look-up that fails tells less, and stops nothing. */
const SUMMARY = script(`
  index="\${endpoint}simple/"
  printf '### Published to CodeArtifact\\n\\n| file | |\\n| --- | --- |\\n' >> "$GITHUB_STEP_SUMMARY"
  tell() { printf '| %s | %s |\\n' "$1" "$2" >> "$GITHUB_STEP_SUMMARY"; }
  names_before() {
    aws codeartifact list-package-version-assets "\${domain_options[@]}" --repository "$REPOSITORY" --format pypi \\
      --package "$1" --package-version "$2" --query 'assets[].name' --output text 2>/dev/null || true
  }
`);

/**
 * Uploads each file that passed by itself. CodeArtifact takes a file it has a second time where the bytes are the
 * same, so that a run can be repeated, and answers 409 where they are not.
 *
 * @see https://docs.aws.amazon.com/codeartifact/latest/ug/python-configure-twine.html
 */
export function uploadScript(uploader: Uploader): string {
  const { prefix, variables, command, conflict } = COMMANDS[uploader];
  return scriptOf(
    WITHOUT_IDENTITY,
    `unset "\${!${prefix}@}"`,
    LOG_IN,
    `export ${variables}`,
    SUMMARY,
    script(`
      installs=() release=
      while read -r name package version <&3; do
        file="dist/$name"
        if [[ "$release" != "$package==$version" ]]; then
          release="$package==$version"
          installs+=("$release")
          before=$(names_before "$package" "$version")
        fi
        if answer=$(${command} 2>&1); then
          if [[ " $before " == *[[:space:]]"$name"[[:space:]]* ]]; then how='was there already'; else how='published'; fi
          echo "$name: $how"
          tell "$name" "$how"
          continue
        fi
        printf '%s\\n' "$answer"
        tell "$name" '**not published**'
        if [[ "$answer" == ${conflict} ]]; then
          echo "::error title=Already published::$name was not taken. ${told(CONFLICTS)}"
        else
          echo "::error title=Not published::$name was not taken, and the answer stands in the log. It is likely one of these. ${told(LIKELY_REFUSALS)}"
        fi
        exit 1
      done 3<<< "$FILES"
      {
        printf '\\nInstall from the index %s:\\n\\n' "$index"
        printf '    pip install --index-url %s %s\\n' "$index" "\${installs[*]}"
      } >> "$GITHUB_STEP_SUMMARY"
    `),
  );
}
