/** What GitHub evaluates when a workflow runs. Never to be put into a `run`, where it would become code. */
export function expression(text: string): string {
  return `\${{ ${text} }}`;
}
