import { script } from './script';

/** Makes up a name for an artifact, on any system. */
export const NAME = script(`
  suffix=$(od -An -N8 -tx1 /dev/urandom | tr -d ' \\n')
  echo "artifact=python-package-$suffix" >> "$GITHUB_OUTPUT"
`);
