/** Expects an error with exactly this message, put together from its sentences. */
export function expectRefusal(attempt: () => unknown, ...sentences: string[]): void {
  let message: string | undefined;
  try {
    attempt();
  } catch (error) {
    message = (error as Error).message;
  }
  expect(message).toBe(sentences.join(' '));
}
