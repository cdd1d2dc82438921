/** Thrown where a document says something this module does not know: a guess would prove nothing. */
export class Refusal extends Error {
  public constructor(message: string) {
    super(message);
    this.name = 'Refusal';
  }
}
