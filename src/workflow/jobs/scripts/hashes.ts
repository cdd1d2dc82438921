import { script } from './script';

/** Fails where the files are not exactly those whose hashes were handed on. To run in their folder. */
export const VERIFY_HASHES = script(`
  actual=$(sha256sum -- *)
  if [[ -z "$EXPECTED" || "$actual" != "$EXPECTED" ]]; then
    printf 'verified:\\n%s\\ndownloaded:\\n%s\\n' "$EXPECTED" "$actual"
    echo '::error title=Not what was verified::The downloaded files are not those that the verify job handed on.'
    exit 1
  fi
`);
