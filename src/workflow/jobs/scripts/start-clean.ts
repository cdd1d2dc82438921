import { script } from './script';

/**
 * Gives the steps behind it a home of their own, which is gone with the job. A runner that outlives its jobs has
 * one in which an earlier build may have left a configuration for pip, uv, twine, Python or the AWS CLI, and a
 * workspace with the files of an earlier release.
 */
export const START_CLEAN = script(`
  home="$RUNNER_TEMP/home"
  rm -rf "$home" built dist
  mkdir -p "$home"
  {
    echo "HOME=$home"
    echo "XDG_CONFIG_HOME=$home/.config"
    echo "XDG_DATA_HOME=$home/.local/share"
    echo "XDG_CACHE_HOME=$home/.cache"
  } >> "$GITHUB_ENV"
`);
