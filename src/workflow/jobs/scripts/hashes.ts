import { script } from './script';

/** Hands the SHA-256 of each built file on as the output `sha256`. To run in the folder of the files. */
export const HAND_ON_HASHES = script(`
  {
    echo 'sha256<<END_OF_HASHES'
    sha256sum -- *
    echo END_OF_HASHES
  } >> "$GITHUB_OUTPUT"
`);

/** Fails where the files are not exactly those whose hashes were handed on. To run in their folder. */
export const VERIFY_HASHES = script(`
  actual=$(sha256sum -- *)
  if [[ -z "$EXPECTED" || "$actual" != "$EXPECTED" ]]; then
    printf 'built:\\n%s\\ndownloaded:\\n%s\\n' "$EXPECTED" "$actual"
    echo '::error title=Not what was built::The downloaded files are not those that the build job handed on.'
    exit 1
  fi
`);
