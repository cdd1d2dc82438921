/** An answer as JSON, in a form that people can read too. */
export function json(answer: object): string {
  return `${JSON.stringify(answer, undefined, 2)}\n`;
}
