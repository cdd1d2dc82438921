import { script } from './script';

/** Makes up a name for an artifact, on any system. */
export function nameScript(beginning: string): string {
  return script(`
    suffix=$(od -An -N8 -tx1 /dev/urandom | tr -d ' \\n')
    echo "artifact=${beginning}-$suffix" >> "$GITHUB_OUTPUT"
  `);
}
