import { script } from './script';

/** Fails where a build left nothing in `dist`. To run in the folder of the package, on any system. */
export const REQUIRE_FILES = script(`
  if [[ -z "$(ls dist 2>/dev/null)" ]]; then
    echo '::error title=Nothing was built::The build left no files in dist/ of the package. A build in a workspace may leave them elsewhere: uv wants --out-dir dist there.'
    exit 1
  fi
`);
